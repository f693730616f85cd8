import * as kms from "@pulumi/aws/kms";
import * as s3 from "@pulumi/aws/s3";
import * as s3control from "@pulumi/aws/s3control";
import * as company from "../foundation";
import type { Program } from "../program";

/** Buckets whose settings stand in the bucket itself, as they did before each had a resource of its own. */
export const inlineBuckets: Program = {
  name: "buckets written in one piece, with an access point",
  sources: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html",
  ],
  run: () => {
    const options = company.inAccount(company.ACCOUNT, { DataClassification: "internal" });
    const kept = { ...options, protect: true };
    const key = new kms.Key(
      "reports",
      { description: "Encrypts reports", enableKeyRotation: true, deletionWindowInDays: 30 },
      kept,
    );
    new kms.Alias("reports", { name: "alias/reports", targetKeyId: key.keyId }, options);
    new kms.KeyPolicy(
      "reports",
      {
        keyId: key.id,
        policy: company.document(
          {
            Sid: "Administration",
            Effect: "Allow",
            Principal: { AWS: company.DEPLOYER },
            Action: [
              "kms:DescribeKey",
              "kms:GetKeyPolicy",
              "kms:PutKeyPolicy",
              "kms:EnableKeyRotation",
              "kms:TagResource",
            ],
            Resource: "*",
          },
          company.through("s3", "reporting"),
        ),
      },
      options,
    );
    const closed = {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    };
    const requests = new s3.Bucket(
      "requests",
      {
        bucket: "acme-requests-888888888888",
        serverSideEncryptionConfiguration: {
          rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
        },
        versioning: { enabled: true },
        lifecycleRules: [
          {
            id: "requests",
            enabled: true,
            expiration: { days: 400 },
            noncurrentVersionExpiration: { days: 30 },
            abortIncompleteMultipartUploadDays: 7,
          },
        ],
        policy: company.document(
          {
            Sid: "Delivery",
            Effect: "Allow",
            Principal: { Service: "logging.s3.amazonaws.com" },
            Action: "s3:PutObject",
            Resource: "arn:aws:s3:::acme-requests-888888888888/*",
            Condition: {
              ArnLike: { "aws:SourceArn": "arn:aws:s3:::acme-reports-888888888888" },
              StringEquals: { "aws:SourceAccount": company.ACCOUNT },
            },
          },
          ...refusals("acme-requests-888888888888"),
        ),
      },
      kept,
    );
    new s3.BucketPublicAccessBlock("requests", { bucket: requests.id, ...closed }, options);
    new s3.BucketOwnershipControls(
      "requests",
      { bucket: requests.id, rule: { objectOwnership: "BucketOwnerEnforced" } },
      options,
    );

    const reports = new s3.Bucket(
      "reports",
      {
        bucket: "acme-reports-888888888888",
        serverSideEncryptionConfiguration: {
          rule: {
            bucketKeyEnabled: true,
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
          },
        },
        objectLockConfiguration: {
          objectLockEnabled: "Enabled",
          rule: { defaultRetention: { mode: "GOVERNANCE", days: 30 } },
        },
        versioning: { enabled: true },
        logging: { targetBucket: requests.id, targetPrefix: "reports/" },
        lifecycleRules: [
          {
            id: "reports",
            enabled: true,
            transitions: [{ days: 90, storageClass: "GLACIER_IR" }],
            noncurrentVersionExpiration: { days: 180 },
            abortIncompleteMultipartUploadDays: 7,
          },
        ],
      },
      kept,
    );
    new s3.BucketPublicAccessBlock("reports", { bucket: reports.bucket, ...closed }, options);
    new s3.BucketOwnershipControls(
      "reports",
      { bucket: reports.bucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
      options,
    );
    new s3.BucketPolicy(
      "reports",
      {
        bucket: reports.bucket,
        policy: company.document(...refusals("acme-reports-888888888888"), {
          Sid: "ThroughAccessPoints",
          Effect: "Allow",
          Principal: { AWS: company.arn("iam", "role/reporting", "") },
          Action: ["s3:GetObject", "s3:ListBucket"],
          Resource: ["arn:aws:s3:::acme-reports-888888888888", "arn:aws:s3:::acme-prod-reports/*"],
          Condition: { StringEquals: { "s3:DataAccessPointAccount": company.ACCOUNT } },
        }),
      },
      options,
    );
    const point = new s3.AccessPoint(
      "reporting",
      {
        bucket: reports.id,
        name: "reporting",
        accountId: company.ACCOUNT,
        bucketAccountId: company.ACCOUNT,
        vpcConfiguration: { vpcId: company.VPC },
        publicAccessBlockConfiguration: closed,
      },
      options,
    );
    new s3control.AccessPointPolicy(
      "reporting",
      {
        accessPointArn: point.arn,
        policy: company.document({
          Effect: "Allow",
          Principal: { AWS: company.arn("iam", "role/reporting", "") },
          Action: "s3:GetObject",
          Resource: company.arn("s3", "accesspoint/reporting/object/*"),
        }),
      },
      options,
    );
  },
};

/** Plain and old transport, and keys that only the caller has. */
const refusals = (bucket: string): readonly object[] =>
  [
    { Bool: { "aws:SecureTransport": "false" } },
    { NumericLessThan: { "s3:TlsVersion": 1.2 } },
    { Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "false" } },
  ].map((Condition, i) => ({
    Sid: `Refuse${i}`,
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
    Condition,
  }));
