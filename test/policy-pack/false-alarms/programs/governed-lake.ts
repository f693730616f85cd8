import * as athena from "@pulumi/aws/athena";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as glue from "@pulumi/aws/glue";
import * as iam from "@pulumi/aws/iam";
import * as lakeformation from "@pulumi/aws/lakeformation";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

/** A lake whose tables are given out by Lake Formation, by tag and by column, and filled by a crawler. */
export const governedLake: Program = {
  name: "a lake governed by Lake Formation",
  sources: [
    "https://docs.aws.amazon.com/lake-formation/latest/dg/registration-role.html",
    "https://docs.aws.amazon.com/lake-formation/latest/dg/change-settings.html",
    "https://docs.aws.amazon.com/lake-formation/latest/dg/tag-based-access-control.html",
    "https://docs.aws.amazon.com/glue/latest/dg/crawler-prereqs.html",
    "https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html",
  ],
  run: () => {
    const options = company.inAccount();
    const LOGS = "/aws-glue/crawlers-role/returns-crawler-returns";
    const key = company.key(
      "returns",
      [
        company.through("s3", "returns-lake"),
        company.through("glue", "returns-crawler"),
        company.through("athena", "returns-analyst"),
        company.byLogs(LOGS),
      ],
      options,
    );
    new cloudwatch.LogGroup(
      "crawler",
      { name: LOGS, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
      options,
    );
    const data = privateBucket(
      "returns",
      { key: key.arn, users: ["returns-lake", "returns-crawler"] },
      options,
    );
    const results = privateBucket("returns-results", { key: key.arn, users: ["returns-analyst"] }, options);

    const access = role("returns-lake", "lakeformation.amazonaws.com");
    const crawling = role("returns-crawler", "glue.amazonaws.com");
    function role(name: string, service: string): iam.Role {
      return new iam.Role(
        name,
        { name, assumeRolePolicy: company.trusting(service), permissionsBoundary: company.BOUNDARY },
        options,
      );
    }
    for (const [name, to, actions] of [
      ["lake", access, ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]],
      ["crawler", crawling, ["s3:GetObject"]],
    ] as const)
      new iam.RolePolicy(
        name,
        {
          role: to.name,
          policy: jsonStringify({
            Version: "2012-10-17",
            Statement: [
              { Effect: "Allow", Action: actions, Resource: interpolate`${data.arn}/*` },
              { Effect: "Allow", Action: ["s3:ListBucket"], Resource: data.arn },
              { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
            ],
          }),
        },
        options,
      );
    new iam.RolePolicy(
      "crawler-catalogue",
      {
        role: crawling.name,
        policy: company.document(
          {
            Effect: "Allow",
            Action: [
              "glue:GetDatabase",
              "glue:GetTable",
              "glue:CreateTable",
              "glue:UpdateTable",
              "glue:BatchGetPartition",
            ],
            Resource: ["catalog", "database/returns", "table/returns/*"].map((it) => company.arn("glue", it)),
          },
          { Effect: "Allow", Action: "lakeformation:GetDataAccess", Resource: "*" },
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: company.arn("logs", `log-group:${LOGS}:*`),
          },
        ),
      },
      options,
    );

    const settings = new lakeformation.DataLakeSettings(
      "lake",
      {
        admins: [company.DEPLOYER],
        createDatabaseDefaultPermissions: [],
        createTableDefaultPermissions: [],
        allowExternalDataFiltering: false,
        allowFullTableExternalDataAccess: false,
        parameters: { CROSS_ACCOUNT_VERSION: "4" },
      },
      options,
    );
    const location = new lakeformation.Resource(
      "returns",
      { arn: data.arn, roleArn: access.arn, useServiceLinkedRole: false, hybridAccessEnabled: false },
      options,
    );
    const database = new glue.CatalogDatabase(
      "returns",
      { name: "returns" },
      { ...options, dependsOn: [settings] },
    );
    const tag = new lakeformation.LfTag(
      "sensitivity",
      { key: "sensitivity", values: ["open", "personal"] },
      options,
    );
    new lakeformation.ResourceLfTags(
      "returns",
      { database: { name: database.name }, lfTags: [{ key: tag.key, value: "open" }] },
      options,
    );
    new lakeformation.Permissions(
      "analyst",
      {
        principal: company.arn("iam", "role/returns-analyst", ""),
        permissions: ["SELECT", "DESCRIBE"],
        lfTagPolicy: { resourceType: "TABLE", expressions: [{ key: tag.key, values: ["open"] }] },
      },
      options,
    );
    new lakeformation.Permissions(
      "crawler",
      {
        principal: crawling.arn,
        permissions: ["CREATE_TABLE", "ALTER", "DESCRIBE"],
        database: { name: database.name },
      },
      options,
    );
    new lakeformation.Permissions(
      "crawler-location",
      { principal: crawling.arn, permissions: ["DATA_LOCATION_ACCESS"], dataLocation: { arn: location.arn } },
      options,
    );

    new glue.DataCatalogEncryptionSettings(
      "catalogue",
      {
        dataCatalogEncryptionSettings: {
          encryptionAtRest: { catalogEncryptionMode: "SSE-KMS", sseAwsKmsKeyId: key.arn },
          connectionPasswordEncryption: { returnConnectionPasswordEncrypted: true, awsKmsKeyId: key.arn },
        },
      },
      options,
    );
    const security = new glue.SecurityConfiguration(
      "returns",
      {
        encryptionConfiguration: {
          cloudwatchEncryption: { cloudwatchEncryptionMode: "SSE-KMS", kmsKeyArn: key.arn },
          jobBookmarksEncryption: { jobBookmarksEncryptionMode: "CSE-KMS", kmsKeyArn: key.arn },
          s3Encryption: { s3EncryptionMode: "SSE-KMS", kmsKeyArn: key.arn },
        },
      },
      options,
    );
    new glue.Crawler(
      "returns",
      {
        name: "returns",
        role: crawling.arn,
        databaseName: database.name,
        securityConfiguration: security.name,
        schedule: "cron(15 2 * * ? *)",
        s3Targets: [{ path: interpolate`s3://${data.bucket}/returns` }],
        lakeFormationConfiguration: { useLakeFormationCredentials: true },
        schemaChangePolicy: { deleteBehavior: "LOG", updateBehavior: "UPDATE_IN_DATABASE" },
        recrawlPolicy: { recrawlBehavior: "CRAWL_EVERYTHING" },
      },
      options,
    );
    new athena.Workgroup(
      "returns",
      {
        name: "returns",
        configuration: {
          enforceWorkgroupConfiguration: true,
          publishCloudwatchMetricsEnabled: true,
          bytesScannedCutoffPerQuery: 100 * 1024 ** 3,
          resultConfiguration: {
            outputLocation: interpolate`s3://${results.bucket}/results/`,
            expectedBucketOwner: company.ACCOUNT,
            encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: key.arn },
          },
        },
      },
      options,
    );
  },
};
