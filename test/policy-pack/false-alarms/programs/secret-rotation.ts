import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as lambda from "@pulumi/aws/lambda";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as vpc from "@pulumi/aws/vpc";
import { asset } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const SECRET = company.arn("secretsmanager", "secret:prod/labelling-api-*");
const READERS = ["deployment", "labelling", "labelling-rotation"].map((role) =>
  company.arn("iam", `role/${role}`, ""),
);
const GROUP = "/aws/lambda/labelling-rotation";

/** A secret that a function in the VPC rotates, with the permissions that AWS's documentation gives such a function. */
export const secretRotation: Program = {
  name: "a secret and the function that rotates it",
  sources: [
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html",
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "secrets",
      [company.through("secretsmanager", "labelling-rotation"), company.byLogs(GROUP)],
      options,
    );
    const logs = new cloudwatch.LogGroup(
      "rotation",
      { name: GROUP, kmsKeyId: key.arn, retentionInDays: 2557, deletionProtectionEnabled: true },
      options,
    );

    const role = new iam.Role(
      "rotation",
      {
        name: "labelling-rotation",
        assumeRolePolicy: company.trusting("lambda.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    new iam.RolePolicy(
      "rotation",
      {
        role: role.name,
        policy: company.document(
          {
            Effect: "Allow",
            Action: [
              "secretsmanager:DescribeSecret",
              "secretsmanager:GetSecretValue",
              "secretsmanager:PutSecretValue",
              "secretsmanager:UpdateSecretVersionStage",
            ],
            Resource: SECRET,
          },
          { Effect: "Allow", Action: "secretsmanager:GetRandomPassword", Resource: "*" },
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: company.arn("logs", `log-group:${GROUP}:*`),
          },
        ),
      },
      options,
    );
    new iam.RolePolicyAttachment(
      "rotation-network",
      { role: role.name, policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole" },
      options,
    );

    const group = new ec2.SecurityGroup(
      "rotation",
      { vpcId: company.VPC, description: "The rotation function" },
      options,
    );
    new vpc.SecurityGroupEgressRule(
      "rotation-endpoints",
      {
        securityGroupId: group.id,
        referencedSecurityGroupId: company.ENDPOINTS_GROUP,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "HTTPS to the interface endpoints",
      },
      options,
    );
    const rotation = new lambda.Function(
      "rotation",
      {
        name: "labelling-rotation",
        role: role.arn,
        runtime: "nodejs22.x",
        handler: "index.handler",
        code: new asset.AssetArchive({
          "index.js": new asset.StringAsset("exports.handler = async () => {};"),
        }),
        timeout: 30,
        kmsKeyArn: key.arn,
        reservedConcurrentExecutions: 1,
        tracingConfig: { mode: "Active" },
        loggingConfig: { logFormat: "JSON", logGroup: logs.name },
        vpcConfig: { subnetIds: company.PRIVATE_SUBNETS, securityGroupIds: [group.id] },
      },
      options,
    );
    new lambda.Permission(
      "rotation",
      {
        function: rotation.name,
        action: "lambda:InvokeFunction",
        principal: "secretsmanager.amazonaws.com",
        sourceAccount: company.ACCOUNT,
      },
      options,
    );

    const secret = new secretsmanager.Secret(
      "labelling-api",
      {
        name: "prod/labelling-api",
        kmsKeyId: key.arn,
        recoveryWindowInDays: 30,
        description: "The labelling service's token",
      },
      { ...options, protect: true },
    );
    new secretsmanager.SecretRotation(
      "labelling-api",
      {
        secretId: secret.id,
        rotationLambdaArn: rotation.arn,
        rotationRules: { scheduleExpression: "rate(30 days)" },
      },
      options,
    );
    new secretsmanager.SecretPolicy(
      "labelling-api",
      {
        secretArn: secret.arn,
        blockPublicPolicy: true,
        policy: company.document({
          Effect: "Deny",
          Principal: "*",
          Action: "secretsmanager:GetSecretValue",
          Resource: "*",
          Condition: { ArnNotEquals: { "aws:PrincipalArn": READERS } },
        }),
      },
      options,
    );
  },
};
