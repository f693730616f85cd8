import * as s3 from "@pulumi/aws/s3";
import { type CustomResourceOptions, type Input, jsonStringify } from "@pulumi/pulumi";
import { LOG_BUCKET } from "./foundation";

export interface PrivateBucketArgs {
  readonly key: Input<string>;
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
    { bucket: `acme-prod-${name}`, ...(args.objectLock === true ? { objectLockEnabled: true } : {}) },
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
          ...(args.statements?.(bucket.arn) ?? []),
        ],
      }),
    },
    options,
  );
  return bucket;
}
