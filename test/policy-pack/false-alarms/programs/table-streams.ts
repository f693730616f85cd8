import * as appautoscaling from "@pulumi/aws/appautoscaling";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as dynamodb from "@pulumi/aws/dynamodb";
import * as iam from "@pulumi/aws/iam";
import * as kinesis from "@pulumi/aws/kinesis";
import * as pipes from "@pulumi/aws/pipes";
import * as sqs from "@pulumi/aws/sqs";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const LOGS = "/aws/vendedlogs/pipes/stock";

/** Changes of a table, by its stream, through a pipe onto an event bus. */
export const tableStreams: Program = {
  name: "a table whose changes a pipe puts on a bus",
  sources: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-dynamodb.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-logs.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-examples.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "stock",
      [
        company.through("dynamodb", "stock-pipe"),
        company.through("kinesis", "stock-pipe"),
        company.through("sqs", "stock-pipe"),
        company.byLogs(LOGS),
      ],
      options,
    );
    const changes = new kinesis.Stream(
      "stock",
      { streamModeDetails: { streamMode: "ON_DEMAND" }, encryptionType: "KMS", kmsKeyId: key.arn },
      { ...options, protect: true },
    );
    const table = new dynamodb.Table(
      "stock",
      {
        name: "stock",
        hashKey: "sku",
        attributes: [
          { name: "sku", type: "S" },
          { name: "warehouse", type: "S" },
        ],
        globalSecondaryIndexes: [{ name: "by-warehouse", hashKey: "warehouse", projectionType: "KEYS_ONLY" }],
        billingMode: "PROVISIONED",
        readCapacity: 10,
        writeCapacity: 10,
        streamEnabled: true,
        streamViewType: "NEW_AND_OLD_IMAGES",
        serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
        pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
        deletionProtectionEnabled: true,
      },
      { ...options, protect: true, ignoreChanges: ["readCapacity", "writeCapacity"] },
    );
    new dynamodb.KinesisStreamingDestination(
      "stock",
      { tableName: table.name, streamArn: changes.arn },
      options,
    );
    new dynamodb.ResourcePolicy(
      "stock",
      {
        resourceArn: table.arn,
        policy: table.arn.apply((arn) =>
          company.document({
            Sid: "ShopReads",
            Effect: "Allow",
            Principal: { AWS: company.arn("iam", "role/shop", "", "999999999999") },
            Action: ["dynamodb:GetItem", "dynamodb:Query"],
            Resource: [arn, `${arn}/index/by-warehouse`],
          }),
        ),
      },
      options,
    );
    const target = new appautoscaling.Target(
      "stock",
      {
        serviceNamespace: "dynamodb",
        resourceId: interpolate`table/${table.name}`,
        scalableDimension: "dynamodb:table:ReadCapacityUnits",
        minCapacity: 10,
        maxCapacity: 200,
      },
      options,
    );
    new appautoscaling.Policy(
      "stock",
      {
        policyType: "TargetTrackingScaling",
        serviceNamespace: target.serviceNamespace,
        resourceId: target.resourceId,
        scalableDimension: target.scalableDimension,
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification: { predefinedMetricType: "DynamoDBReadCapacityUtilization" },
          targetValue: 70,
        },
      },
      options,
    );

    const bus = new cloudwatch.EventBus("stock", { name: "stock", kmsKeyIdentifier: key.arn }, options);
    const lost = new sqs.Queue(
      "lost",
      { kmsMasterKeyId: key.arn, messageRetentionSeconds: 1209600 },
      options,
    );
    new sqs.QueuePolicy(
      "lost",
      {
        queueUrl: lost.url,
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Deny",
              Principal: "*",
              Action: "sqs:*",
              Resource: lost.arn,
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
          ],
        },
      },
      options,
    );
    const logs = new cloudwatch.LogGroup(
      "pipe",
      { name: LOGS, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
      options,
    );
    const role = new iam.Role(
      "pipe",
      {
        name: "stock-pipe",
        permissionsBoundary: company.BOUNDARY,
        assumeRolePolicy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Service: "pipes.amazonaws.com" },
              Action: "sts:AssumeRole",
              Condition: {
                StringEquals: {
                  "aws:SourceAccount": company.ACCOUNT,
                  "aws:SourceArn": company.arn("pipes", "pipe/stock"),
                },
              },
            },
          ],
        }),
      },
      options,
    );
    const allowed = new iam.RolePolicy(
      "pipe",
      {
        role,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
              Resource: table.streamArn,
            },
            // It has no resource-level permissions.
            { Effect: "Allow", Action: "dynamodb:ListStreams", Resource: "*" },
            { Effect: "Allow", Action: "events:PutEvents", Resource: bus.arn },
            { Effect: "Allow", Action: "sqs:SendMessage", Resource: lost.arn },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
          ],
        }),
      },
      options,
    );
    new pipes.Pipe(
      "stock",
      {
        name: "stock",
        roleArn: role.arn,
        kmsKeyIdentifier: key.arn,
        source: table.streamArn,
        sourceParameters: {
          dynamodbStreamParameters: {
            startingPosition: "LATEST",
            batchSize: 10,
            maximumRetryAttempts: 5,
            deadLetterConfig: { arn: lost.arn },
          },
          filterCriteria: { filters: [{ pattern: JSON.stringify({ eventName: ["MODIFY"] }) }] },
        },
        target: bus.arn,
        targetParameters: {
          eventbridgeEventBusParameters: { detailType: "StockChanged", source: "shop.stock" },
        },
        logConfiguration: { level: "ERROR", cloudwatchLogsLogDestination: { logGroupArn: logs.arn } },
      },
      { ...options, dependsOn: [allowed] },
    );
  },
};
