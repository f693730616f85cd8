import * as cloudtrail from "@pulumi/aws/cloudtrail";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as s3 from "@pulumi/aws/s3";
import { interpolate } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

const GROUP = "organization-trail";
const TRAIL = company.arn("cloudtrail", "trail/organization", company.REGION, company.MANAGEMENT_ACCOUNT);
const FROM_TRAIL = { StringEquals: { "aws:SourceArn": TRAIL } };

/** The organization's trail into a locked archive in an account of its own. */
export const organizationTrail: Program = {
  name: "the organization's trail into a log archive",
  sources: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html",
  ],
  run: () => {
    const archive = company.inAccount(company.LOG_ACCOUNT);
    const byTrail = {
      Sid: "UseByCloudTrail",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: ["kms:DescribeKey", "kms:GenerateDataKey"],
      Resource: "*",
      Condition: {
        ...FROM_TRAIL,
        StringLike: {
          "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:111111111111:trail/*",
        },
      },
    };
    const key = company.key("archive", [byTrail], archive, company.LOG_ACCOUNT);
    const logs = privateBucket(
      "log-archive",
      {
        key: key.arn,
        account: company.LOG_ACCOUNT,
        objectLock: true,
        statements: (bucket) => [
          {
            Sid: "AclCheck",
            Effect: "Allow",
            Principal: byTrail.Principal,
            Action: "s3:GetBucketAcl",
            Resource: bucket,
            Condition: FROM_TRAIL,
          },
          {
            Sid: "Write",
            Effect: "Allow",
            Principal: byTrail.Principal,
            Action: "s3:PutObject",
            Resource: [
              interpolate`${bucket}/AWSLogs/${company.MANAGEMENT_ACCOUNT}/*`,
              interpolate`${bucket}/AWSLogs/${company.ORGANIZATION}/*`,
            ],
            Condition: {
              StringEquals: { ...FROM_TRAIL.StringEquals, "s3:x-amz-acl": "bucket-owner-full-control" },
            },
          },
        ],
      },
      archive,
    );
    new s3.BucketObjectLockConfiguration(
      "log-archive",
      { bucket: logs.id, rule: { defaultRetention: { mode: "COMPLIANCE", years: 7 } } },
      archive,
    );

    const management = company.inAccount(company.MANAGEMENT_ACCOUNT);
    const groupKey = company.key("trail-logs", [byManagementLogs], management, company.MANAGEMENT_ACCOUNT);
    const group = new cloudwatch.LogGroup(
      "trail",
      { name: GROUP, kmsKeyId: groupKey.arn, retentionInDays: 2557, deletionProtectionEnabled: true },
      management,
    );
    const role = new iam.Role(
      "trail",
      { assumeRolePolicy: company.trusting("cloudtrail.amazonaws.com", company.MANAGEMENT_ACCOUNT) },
      management,
    );
    const streams = company.arn(
      "logs",
      `log-group:${GROUP}:log-stream:*`,
      company.REGION,
      company.MANAGEMENT_ACCOUNT,
    );
    new iam.RolePolicy(
      "trail",
      {
        role: role.name,
        policy: company.document({
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: streams,
        }),
      },
      management,
    );
    new cloudtrail.Trail(
      "organization",
      {
        name: "organization",
        isOrganizationTrail: true,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogFileValidation: true,
        s3BucketName: logs.id,
        kmsKeyId: key.arn,
        cloudWatchLogsGroupArn: interpolate`${group.arn}:*`,
        cloudWatchLogsRoleArn: role.arn,
        eventSelectors: [
          {
            readWriteType: "All",
            includeManagementEvents: true,
            dataResources: [
              { type: "AWS::S3::Object", values: ["arn:aws:s3"] },
              { type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] },
            ],
          },
        ],
      },
      { ...management, protect: true },
    );
  },
};

const byManagementLogs = {
  ...company.byLogs(GROUP),
  Condition: {
    ArnEquals: {
      "kms:EncryptionContext:aws:logs:arn": company.arn(
        "logs",
        `log-group:${GROUP}`,
        company.REGION,
        company.MANAGEMENT_ACCOUNT,
      ),
    },
  },
};
