import * as athena from "@pulumi/aws/athena";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as glue from "@pulumi/aws/glue";
import * as iam from "@pulumi/aws/iam";
import * as lakeformation from "@pulumi/aws/lakeformation";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

const GROUP = "/aws-glue/jobs/prepare-prepare";

/** Files that a Glue job prepares and analysts query with Athena, with permissions of Lake Formation. */
export const queryLake: Program = {
  name: "a lake that Glue prepares and Athena queries",
  sources: [
    "https://docs.aws.amazon.com/glue/latest/dg/set-up-encryption.html",
    "https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html",
    "https://docs.aws.amazon.com/lake-formation/latest/dg/security-data-access.html",
  ],
  run: () => {
    const options = company.inAccount(company.ACCOUNT, { DataClassification: "internal" });
    const key = company.key(
      "events",
      [
        company.through("s3", "prepare"),
        company.through("s3", "analyst"),
        company.through("glue", "prepare"),
        company.byLogs(`${GROUP}*`),
      ],
      options,
    );
    const events = privateBucket("events", { key: key.arn, users: ["prepare", "analyst"] }, options);
    const results = privateBucket("query-results", { key: key.arn, users: ["analyst"] }, options);
    new cloudwatch.LogGroup(
      "prepare",
      { name: GROUP, kmsKeyId: key.arn, retentionInDays: 2557, deletionProtectionEnabled: true },
      options,
    );

    const encrypted = new glue.SecurityConfiguration(
      "prepare",
      {
        encryptionConfiguration: {
          cloudwatchEncryption: { cloudwatchEncryptionMode: "SSE-KMS", kmsKeyArn: key.arn },
          jobBookmarksEncryption: { jobBookmarksEncryptionMode: "CSE-KMS", kmsKeyArn: key.arn },
          s3Encryption: { s3EncryptionMode: "SSE-KMS", kmsKeyArn: key.arn },
        },
      },
      options,
    );
    const role = new iam.Role(
      "prepare",
      {
        name: "prepare",
        assumeRolePolicy: company.trusting("glue.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    new iam.RolePolicy(
      "prepare",
      {
        role: role.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["s3:GetObject", "s3:PutObject"],
              Resource: interpolate`${events.arn}/*`,
            },
            { Effect: "Allow", Action: "s3:ListBucket", Resource: events.arn },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
            {
              Effect: "Allow",
              Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
              Resource: company.arn("logs", `log-group:${GROUP}*`),
            },
            {
              Effect: "Allow",
              Action: ["glue:GetTable", "glue:GetPartitions", "glue:BatchCreatePartition"],
              Resource: [
                company.arn("glue", "catalog"),
                company.arn("glue", "database/events"),
                company.arn("glue", "table/events/*"),
              ],
            },
          ],
        }),
      },
      options,
    );
    const database = new glue.CatalogDatabase("events", { name: "events" }, options);
    new glue.Job(
      "prepare",
      {
        name: "prepare",
        roleArn: role.arn,
        glueVersion: "5.0",
        workerType: "G.1X",
        numberOfWorkers: 4,
        securityConfiguration: encrypted.name,
        command: {
          name: "glueetl",
          pythonVersion: "3",
          scriptLocation: interpolate`s3://${events.bucket}/jobs/prepare.py`,
        },
        defaultArguments: {
          "--enable-continuous-cloudwatch-log": "true",
          "--enable-metrics": "true",
          "--job-bookmark-option": "job-bookmark-enable",
        },
      },
      options,
    );
    new athena.Workgroup(
      "analysts",
      {
        name: "analysts",
        configuration: {
          enforceWorkgroupConfiguration: true,
          publishCloudwatchMetricsEnabled: true,
          bytesScannedCutoffPerQuery: 1099511627776,
          resultConfiguration: {
            outputLocation: interpolate`s3://${results.bucket}/`,
            expectedBucketOwner: company.ACCOUNT,
            encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: key.arn },
          },
        },
      },
      options,
    );
    new lakeformation.Permissions(
      "analysts",
      {
        principal: company.arn("iam", "role/analyst", ""),
        permissions: ["SELECT", "DESCRIBE"],
        table: { databaseName: database.name, wildcard: true },
      },
      options,
    );
  },
};
