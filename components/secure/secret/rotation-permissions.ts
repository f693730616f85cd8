import { keyPermissions } from "../key/permission";
import { allow, deny, type Statement } from "../policy-document";
import { arn, type Scope } from "../scope";
import { secretArnPattern } from "./policy";

const NETWORK_INTERFACES = [
  "ec2:AssignPrivateIpAddresses",
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:UnassignPrivateIpAddresses",
];

/** What a rotating function may do: rotate its secrets, write its log, and be connected to the VPC. */
export function rotationPolicies(
  scope: Scope,
  args: {
    readonly functionArn: string;
    readonly logGroupArn: string;
    readonly secretNames: readonly string[];
    readonly keyAlias: string;
  },
): Record<string, Statement[]> {
  return {
    secrets: [
      allow("RotateSecrets", {
        Action: [
          "secretsmanager:DescribeSecret",
          "secretsmanager:GetSecretValue",
          "secretsmanager:PutSecretValue",
          "secretsmanager:UpdateSecretVersionStage",
        ],
        Resource: args.secretNames.map((name) => secretArnPattern(scope, name)),
        Condition: { StringEquals: { "secretsmanager:resource/AllowRotationLambdaArn": args.functionArn } },
      }),
      // AWS knows no resource for this action: it makes a random string and touches no secret.
      allow("MakeRandomValues", { Action: ["secretsmanager:GetRandomPassword"], Resource: ["*"] }),
      ...keyPermissions(scope, "UseSecretsKey", args.keyAlias, {
        services: ["secretsmanager"],
        access: "encrypt-and-decrypt",
      }),
    ],
    logs: [
      allow("WriteLog", {
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [`${args.logGroupArn}:*`],
      }),
    ],
    network: [
      // Lambda makes and removes the interfaces in the role's name, and refuses to start with less than every
      // id: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
      allow("ConnectToVpc", { Action: NETWORK_INTERFACES, Resource: [arn(scope, "ec2", "*/*")] }),
      // AWS knows no resource for these actions; they only list.
      allow("ListNetwork", {
        Action: ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"],
        Resource: ["*"],
        Condition: { StringEquals: { "aws:RequestedRegion": scope.region } },
      }),
      // Only Lambda itself connects the function; its code may not.
      deny("DenyNetworkToCode", {
        Action: NETWORK_INTERFACES,
        Resource: ["*"],
        Condition: { ArnEquals: { "lambda:SourceFunctionArn": args.functionArn } },
      }),
    ],
  };
}

/** The ARN of a function, known before the function is. */
export function functionArn(scope: Scope, functionName: string): string {
  return arn(scope, "lambda", `function:${functionName}`);
}
