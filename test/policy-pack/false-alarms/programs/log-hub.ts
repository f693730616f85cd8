import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as kinesis from "@pulumi/aws/kinesis";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

const DELIVERY = "/aws/kinesisfirehose/logs";

/** Log groups of the organization's accounts, sent to a destination in the account for logs and kept in a bucket there. */
export const logHub: Program = {
  name: "logs of all accounts, sent to one",
  sources: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions-Firehose.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateDestination.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html",
    "https://docs.aws.amazon.com/firehose/latest/dev/encryption.html",
  ],
  run: () => {
    const hub = company.inAccount(company.LOG_ACCOUNT, { DataClassification: "internal" });
    const at = (service: string, resource: string) =>
      company.arn(service, resource, company.REGION, company.LOG_ACCOUNT);
    const role = (name: string, service: string) =>
      new iam.Role(
        name,
        {
          name,
          permissionsBoundary: company.arn(
            "iam",
            "policy/acme-org-core-permissions-boundary",
            "",
            company.LOG_ACCOUNT,
          ),
          assumeRolePolicy: company.trusting(service, company.LOG_ACCOUNT),
        },
        hub,
      );
    const through = (service: string, name: string) => ({
      ...company.through(service, name),
      Principal: { AWS: company.arn("iam", `role/${name}`, "", company.LOG_ACCOUNT) },
    });
    const key = company.key(
      "logs",
      [
        through("s3", "log-delivery"),
        through("firehose", "log-delivery"),
        company.byLogs(DELIVERY, company.LOG_ACCOUNT),
      ],
      hub,
      company.LOG_ACCOUNT,
    );
    const archive = privateBucket("logs", { key: key.arn, account: company.LOG_ACCOUNT }, hub);
    const problems = new cloudwatch.LogGroup(
      "delivery",
      { name: DELIVERY, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
      hub,
    );
    const delivering = role("log-delivery", "firehose.amazonaws.com");
    new iam.RolePolicy(
      "log-delivery",
      {
        role: delivering.id,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:ListBucket", "s3:PutObject"],
              Resource: [archive.arn, interpolate`${archive.arn}/*`],
            },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
            { Effect: "Allow", Action: "logs:PutLogEvents", Resource: interpolate`${problems.arn}:*` },
          ],
        }),
      },
      hub,
    );
    const stream = new kinesis.FirehoseDeliveryStream(
      "logs",
      {
        name: "logs",
        destination: "extended_s3",
        serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: key.arn },
        extendedS3Configuration: {
          bucketArn: archive.arn,
          roleArn: delivering.arn,
          kmsKeyArn: key.arn,
          bufferingSize: 64,
          compressionFormat: "GZIP",
          cloudwatchLoggingOptions: { enabled: true, logGroupName: problems.name, logStreamName: "S3" },
        },
      },
      hub,
    );
    const putting = role("log-putting", "logs.amazonaws.com");
    new iam.RolePolicy(
      "log-putting",
      {
        role: putting.id,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["firehose:PutRecord", "firehose:PutRecordBatch"],
              Resource: stream.arn,
            },
          ],
        }),
      },
      hub,
    );
    const destination = new cloudwatch.LogDestination(
      "logs",
      { name: "logs", roleArn: putting.arn, targetArn: stream.arn },
      hub,
    );
    new cloudwatch.LogDestinationPolicy(
      "logs",
      {
        destinationName: destination.name,
        accessPolicy: company.document({
          Sid: "OrganizationSubscribes",
          Effect: "Allow",
          Principal: "*",
          Action: "logs:PutSubscriptionFilter",
          Resource: at("logs", "destination:logs"),
          Condition: { StringEquals: { "aws:PrincipalOrgID": [company.ORGANIZATION] } },
        }),
      },
      hub,
    );

    const here = company.inAccount();
    const hereKey = company.key("shop", [company.byLogs("/shop/checkout")], here);
    const checkout = new cloudwatch.LogGroup(
      "checkout",
      {
        name: "/shop/checkout",
        kmsKeyId: hereKey.arn,
        retentionInDays: 365,
        deletionProtectionEnabled: true,
      },
      here,
    );
    new cloudwatch.LogSubscriptionFilter(
      "checkout",
      {
        logGroup: checkout.name,
        filterPattern: "",
        destinationArn: destination.arn,
        distribution: "ByLogStream",
      },
      here,
    );
    new cloudwatch.LogDataProtectionPolicy(
      "checkout",
      {
        logGroupName: checkout.name,
        policyDocument: jsonStringify({
          Name: "mask",
          Version: "2021-06-01",
          Statement: [
            {
              Sid: "audit",
              DataIdentifier: ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"],
              Operation: { Audit: { FindingsDestination: {} } },
            },
            {
              Sid: "mask",
              DataIdentifier: ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"],
              Operation: { Deidentify: { MaskConfig: {} } },
            },
          ],
        }),
      },
      here,
    );
  },
};
