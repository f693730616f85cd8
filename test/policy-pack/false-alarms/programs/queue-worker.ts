import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as dynamodb from "@pulumi/aws/dynamodb";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as lambda from "@pulumi/aws/lambda";
import * as sqs from "@pulumi/aws/sqs";
import * as vpc from "@pulumi/aws/vpc";
import { asset, type CustomResourceOptions, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const GROUP = "/aws/lambda/scoring";

/** A function that takes requests from a queue and writes scores into a table. */
export const queueWorker: Program = {
  name: "a function between a queue and a table",
  sources: [
    "https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html",
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/best-practices-security-preventative.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "scoring",
      [
        company.through("sqs", "scoring"),
        company.through("dynamodb", "scoring"),
        company.through("lambda", "scoring"),
        company.byLogs(GROUP),
      ],
      options,
    );
    const dead = queue("scoring-dead", { kmsMasterKeyId: key.arn }, options);
    const requests = queue(
      "scoring",
      {
        kmsMasterKeyId: key.arn,
        visibilityTimeoutSeconds: 180,
        redrivePolicy: jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 5 }),
      },
      options,
    );
    const table = new dynamodb.Table(
      "scores",
      {
        hashKey: "customer",
        attributes: [{ name: "customer", type: "S" }],
        billingMode: "PAY_PER_REQUEST",
        serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
        pointInTimeRecovery: { enabled: true },
        deletionProtectionEnabled: true,
      },
      { ...options, protect: true },
    );
    const logs = new cloudwatch.LogGroup(
      "scoring",
      { name: GROUP, kmsKeyId: key.arn, retentionInDays: 2557, deletionProtectionEnabled: true },
      options,
    );

    const role = new iam.Role(
      "scoring",
      {
        name: "scoring",
        assumeRolePolicy: company.trusting("lambda.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    new iam.RolePolicy(
      "scoring",
      {
        role: role.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
              Resource: requests.arn,
            },
            {
              Effect: "Allow",
              Action: ["dynamodb:PutItem", "dynamodb:UpdateItem"],
              Resource: table.arn,
            },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
            {
              Effect: "Allow",
              Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
              Resource: company.arn("logs", `log-group:${GROUP}:*`),
            },
            {
              Effect: "Allow",
              Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
              Resource: "*",
            },
          ],
        }),
      },
      options,
    );
    new iam.RolePolicyAttachment(
      "scoring-network",
      { role: role.name, policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole" },
      options,
    );
    const group = new ec2.SecurityGroup(
      "scoring",
      { vpcId: company.VPC, description: "The scoring function" },
      options,
    );
    new vpc.SecurityGroupEgressRule(
      "scoring-endpoints",
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
    const scoring = new lambda.Function(
      "scoring",
      {
        name: "scoring",
        role: role.arn,
        runtime: "python3.13",
        handler: "main.handler",
        architectures: ["arm64"],
        code: new asset.AssetArchive({
          "main.py": new asset.StringAsset("def handler(event, context): ..."),
        }),
        timeout: 30,
        kmsKeyArn: key.arn,
        environment: { variables: { TABLE: table.name, LOG_LEVEL: "info" } },
        tracingConfig: { mode: "Active" },
        loggingConfig: { logFormat: "JSON", logGroup: logs.name },
        vpcConfig: { subnetIds: company.PRIVATE_SUBNETS, securityGroupIds: [group.id] },
      },
      options,
    );
    new lambda.EventSourceMapping(
      "scoring",
      {
        eventSourceArn: requests.arn,
        functionName: scoring.arn,
        batchSize: 10,
        functionResponseTypes: ["ReportBatchItemFailures"],
      },
      options,
    );
  },
};

/** A queue that takes messages over TLS only. */
function queue(name: string, args: sqs.QueueArgs, options: CustomResourceOptions): sqs.Queue {
  const made = new sqs.Queue(name, { name, messageRetentionSeconds: 1209600, ...args }, options);
  new sqs.QueuePolicy(
    name,
    {
      queueUrl: made.url,
      policy: jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "DenyPlainHttp",
            Effect: "Deny",
            Principal: "*",
            Action: "sqs:*",
            Resource: made.arn,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    },
    options,
  );
  return made;
}
