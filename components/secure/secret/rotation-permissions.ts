import { keyPermissions } from "../key/permission";
import { allow, deny, type Statement } from "../policy-document";
import { arn, type Scope } from "../scope";
import { secretArnPattern } from "./policy";

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
      // Lambda refuses a function whose role may not do this on every resource:
      // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
      allow("ConnectToVpc", {
        Action: [
          "ec2:AssignPrivateIpAddresses",
          "ec2:CreateNetworkInterface",
          "ec2:DeleteNetworkInterface",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSubnets",
          "ec2:UnassignPrivateIpAddresses",
        ],
        Resource: ["*"],
        // The network interfaces are made in the account's own region or not at all.
        Condition: { StringEquals: { "aws:RequestedRegion": scope.region } },
      }),
      // Only Lambda itself connects the function; its code may not.
      deny("DenyNetworkToCode", {
        Action: [
          "ec2:AssignPrivateIpAddresses",
          "ec2:CreateNetworkInterface",
          "ec2:DeleteNetworkInterface",
          "ec2:UnassignPrivateIpAddresses",
        ],
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
