import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as glue from "@pulumi/aws/glue";
import * as iam from "@pulumi/aws/iam";
import * as kinesis from "@pulumi/aws/kinesis";
import { interpolate } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

const LOGS = "/aws/kinesisfirehose/clicks";

/** Clicks from a stream to columnar files in a bucket, by Firehose, with the permissions that its guide lists. */
export const streamDelivery: Program = {
  name: "a stream that Firehose delivers to a bucket",
  sources: [
    "https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html",
    "https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html",
    "https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "clicks",
      [
        company.through("kinesis", "clicks-delivery"),
        company.through("s3", "clicks-delivery"),
        company.byLogs(LOGS),
      ],
      options,
    );
    const stream = new kinesis.Stream(
      "clicks",
      {
        streamModeDetails: { streamMode: "ON_DEMAND" },
        encryptionType: "KMS",
        kmsKeyId: key.arn,
        retentionPeriod: 168,
        shardLevelMetrics: ["IncomingBytes", "OutgoingBytes"],
      },
      { ...options, protect: true },
    );
    const bucket = privateBucket("clicks", { key: key.arn, users: ["clicks-delivery"] }, options);
    const database = new glue.CatalogDatabase("clicks", { name: "clicks" }, options);
    const table = new glue.CatalogTable(
      "clicks",
      {
        name: "clicks",
        databaseName: database.name,
        tableType: "EXTERNAL_TABLE",
        storageDescriptor: {
          location: interpolate`s3://${bucket.id}/clicks/`,
          columns: [
            { name: "session", type: "string" },
            { name: "at", type: "timestamp" },
          ],
        },
      },
      options,
    );
    const logs = new cloudwatch.LogGroup(
      "delivery",
      { name: LOGS, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
      options,
    );
    const logStream = new cloudwatch.LogStream("delivery", { name: "S3", logGroupName: logs.name }, options);

    const trust = iam.getPolicyDocumentOutput(
      {
        statements: [
          {
            actions: ["sts:AssumeRole"],
            principals: [{ type: "Service", identifiers: ["firehose.amazonaws.com"] }],
            conditions: [
              { test: "StringEquals", variable: "aws:SourceAccount", values: [company.ACCOUNT] },
              {
                test: "ArnLike",
                variable: "aws:SourceArn",
                values: [company.arn("firehose", "deliverystream/clicks")],
              },
            ],
          },
        ],
      },
      options,
    );
    const role = new iam.Role(
      "delivery",
      {
        name: "clicks-delivery",
        assumeRolePolicy: trust.json,
        permissionsBoundary: company.BOUNDARY,
        maxSessionDuration: 3600,
      },
      options,
    );
    const permissions = iam.getPolicyDocumentOutput(
      {
        statements: [
          {
            sid: "Deliver",
            actions: [
              "s3:AbortMultipartUpload",
              "s3:GetBucketLocation",
              "s3:GetObject",
              "s3:ListBucket",
              "s3:ListBucketMultipartUploads",
              "s3:PutObject",
            ],
            resources: [bucket.arn, interpolate`${bucket.arn}/*`],
          },
          {
            sid: "Read",
            actions: [
              "kinesis:DescribeStream",
              "kinesis:GetShardIterator",
              "kinesis:GetRecords",
              "kinesis:ListShards",
            ],
            resources: [stream.arn],
          },
          {
            sid: "Schema",
            actions: ["glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions"],
            resources: [
              company.arn("glue", "catalog"),
              database.arn,
              company.arn("glue", "table/clicks/clicks"),
            ],
          },
          {
            sid: "Keys",
            actions: ["kms:Decrypt", "kms:GenerateDataKey"],
            resources: [key.arn],
            conditions: [
              {
                test: "StringEquals",
                variable: "kms:ViaService",
                values: [`s3.${company.REGION}.amazonaws.com`, `kinesis.${company.REGION}.amazonaws.com`],
              },
            ],
          },
          { sid: "Log", actions: ["logs:PutLogEvents"], resources: [logStream.arn] },
        ],
      },
      options,
    );
    const policy = new iam.Policy("delivery", { policy: permissions.json }, options);
    new iam.RolePolicyAttachment("delivery", { role: role.name, policyArn: policy.arn }, options);

    new kinesis.FirehoseDeliveryStream(
      "clicks",
      {
        name: "clicks",
        destination: "extended_s3",
        kinesisSourceConfiguration: { kinesisStreamArn: stream.arn, roleArn: role.arn },
        extendedS3Configuration: {
          bucketArn: bucket.arn,
          roleArn: role.arn,
          kmsKeyArn: key.arn,
          bufferingInterval: 300,
          bufferingSize: 128,
          prefix: "clicks/day=!{timestamp:yyyy-MM-dd}/",
          errorOutputPrefix: "errors/!{firehose:error-output-type}/",
          cloudwatchLoggingOptions: { enabled: true, logGroupName: logs.name, logStreamName: logStream.name },
          dataFormatConversionConfiguration: {
            inputFormatConfiguration: { deserializer: { openXJsonSerDe: {} } },
            outputFormatConfiguration: { serializer: { parquetSerDe: {} } },
            schemaConfiguration: { databaseName: database.name, tableName: table.name, roleArn: role.arn },
          },
        },
      },
      options,
    );
  },
};
