import * as backup from "@pulumi/aws/backup";
import * as s3 from "@pulumi/aws/s3";
import { type CustomResourceOptions, type Input, jsonStringify } from "@pulumi/pulumi";
import { ACCOUNT, arn, BACKUP_PLAN, BACKUP_ROLE, DEPLOYER, LOG_BUCKET } from "./foundation";

export interface PrivateBucketArgs {
  readonly key: Input<string>;
  /** The names of the roles that use its objects, besides those of deployment and backup. None for a bucket of logs. */
  readonly users?: readonly string[];
  /** @default the account of the others */
  readonly account?: string;
  /** Statements of its policy besides those on TLS. @default none */
  readonly statements?: (arn: Input<string>) => readonly object[];
  readonly objectLock?: boolean;
}

/** A bucket with its sub-resources, as AWS's security best practices for S3 ask for. */
export function privateBucket(
  name: string,
  args: PrivateBucketArgs,
  options: CustomResourceOptions,
): s3.Bucket {
  const bucket = new s3.Bucket(
    name,
    {
      bucket: `acme-${name}-${args.account ?? ACCOUNT}`,
      ...(args.objectLock === true ? { objectLockEnabled: true } : {}),
    },
    { ...options, protect: true },
  );
  const of = { bucket: bucket.id };
  const block = {
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  };
  new s3.BucketPublicAccessBlock(name, { ...of, ...block }, options);
  new s3.BucketOwnershipControls(name, { ...of, rule: { objectOwnership: "BucketOwnerEnforced" } }, options);
  new s3.BucketVersioning(name, { ...of, versioningConfiguration: { status: "Enabled" } }, options);
  new s3.BucketLogging(name, { ...of, targetBucket: LOG_BUCKET, targetPrefix: `${name}/` }, options);
  new s3.BucketServerSideEncryptionConfiguration(
    name,
    {
      ...of,
      rules: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: args.key },
          bucketKeyEnabled: true,
          blockedEncryptionTypes: ["SSE-C"],
        },
      ],
    },
    options,
  );
  new s3.BucketLifecycleConfiguration(
    name,
    {
      ...of,
      rules: [
        {
          id: "clean-up",
          status: "Enabled",
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          noncurrentVersionExpiration: { noncurrentDays: 90 },
        },
      ],
    },
    options,
  );
  const objects = bucket.arn.apply((arn) => `${arn}/*`);
  const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [bucket.arn, objects] };
  new s3.BucketPolicy(
    name,
    {
      ...of,
      policy: jsonStringify({
        Version: "2012-10-17",
        Statement: [
          { Sid: "DenyPlainHttp", ...deny, Condition: { Bool: { "aws:SecureTransport": "false" } } },
          { Sid: "DenyOldTls", ...deny, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
          ...(args.users === undefined ? [] : [forUsers(args.users, objects)]),
          ...forKeysOf(args.account ?? ACCOUNT, objects),
          ...(args.statements?.(bucket.arn) ?? []),
        ],
      }),
    },
    options,
  );
  if (args.users !== undefined && args.objectLock !== true) {
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html
    new backup.Selection(
      name,
      {
        name,
        planId: BACKUP_PLAN,
        iamRoleArn: arn("iam", `role/${BACKUP_ROLE}`, ""),
        resources: [bucket.arn],
      },
      options,
    );
  }
  return bucket;
}

/**
 * Confidential data is for named roles, whatever other policies allow.
 * https://aws.amazon.com/blogs/security/how-to-restrict-amazon-s3-bucket-access-to-a-specific-iam-role/
 */
function forUsers(users: readonly string[], objects: Input<string>): object {
  const roles = [DEPLOYER, ...[...users, BACKUP_ROLE].map((name) => arn("iam", `role/${name}`, ""))];
  return {
    Sid: "DenyEveryoneElse",
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:GetObject*", "s3:PutObject*", "s3:DeleteObject*"],
    Resource: objects,
    Condition: { ArnNotEquals: { "aws:PrincipalArn": roles } },
  };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms */
function forKeysOf(account: string, objects: Input<string>): readonly object[] {
  const deny = { Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: objects };
  const encryption = "s3:x-amz-server-side-encryption";
  const key = `${encryption}-aws-kms-key-id`;
  return [
    {
      Sid: "DenyOtherEncryption",
      ...deny,
      Condition: { Null: { [encryption]: "false" }, StringNotEquals: { [encryption]: "aws:kms" } },
    },
    {
      Sid: "DenyKeysOfOtherAccounts",
      ...deny,
      Condition: { Null: { [key]: "false" }, ArnNotLike: { [key]: arn("kms", "key/*", "*", account) } },
    },
  ];
}
