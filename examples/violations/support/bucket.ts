import * as s3 from "@pulumi/aws/s3";
import { type CustomResourceOptions, type Input, jsonStringify, type Output } from "@pulumi/pulumi";
import { PARTITION, type Tier } from "./account";
import { customerKey } from "./key";

/** The parts that make a bucket fit for data. */
export type BucketPart = "publicAccessBlock" | "encryption" | "versioning" | "tlsOnly";

/** A bucket with all its parts but one, which the example writes itself. */
export function bucketWithout(
  part: BucketPart | undefined,
  name: string,
  tier: Tier,
  options: CustomResourceOptions,
): s3.Bucket {
  const bucket = new s3.Bucket(
    name,
    { bucket: `acme-fraud-${name}` },
    { ...options, protect: tier !== "dev" },
  );
  const all: Record<BucketPart, () => void> = {
    publicAccessBlock: () => blockPublicAccess(name, bucket, true, options),
    encryption: () => encrypt(name, bucket, customerKey(name, tier, {}, options).arn, options),
    versioning: () => keepVersions(name, bucket, options),
    tlsOnly: () => demandTls(name, bucket, options),
  };
  for (const [each, add] of Object.entries(all)) if (each !== part) add();
  new s3.BucketOwnershipControls(
    name,
    { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } },
    options,
  );
  new s3.BucketLogging(
    name,
    { bucket: bucket.id, targetBucket: `acme-${tier}-access-logs-222222222222`, targetPrefix: `${name}/` },
    options,
  );
  new s3.BucketLifecycleConfiguration(
    name,
    {
      bucket: bucket.id,
      rules: [
        {
          id: "clean-up",
          status: "Enabled",
          filter: { prefix: "" },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          noncurrentVersionExpiration: { noncurrentDays: 90 },
        },
      ],
    },
    options,
  );
  return bucket;
}

export function blockPublicAccess(
  name: string,
  bucket: s3.Bucket,
  block: boolean,
  options: CustomResourceOptions,
): void {
  new s3.BucketPublicAccessBlock(
    name,
    {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: block,
      ignorePublicAcls: true,
      restrictPublicBuckets: block,
    },
    options,
  );
}

/** Encrypts with a customer key; with AWS's own when there is none. */
export function encrypt(
  name: string,
  bucket: s3.Bucket,
  keyArn: Output<string> | undefined,
  options: CustomResourceOptions,
): void {
  const byDefault =
    keyArn === undefined ? { sseAlgorithm: "AES256" } : { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn };
  new s3.BucketServerSideEncryptionConfiguration(
    name,
    {
      bucket: bucket.id,
      rules: [
        {
          applyServerSideEncryptionByDefault: byDefault,
          bucketKeyEnabled: keyArn !== undefined,
          blockedEncryptionTypes: ["SSE-C"],
        },
      ],
    },
    options,
  );
}

export function keepVersions(name: string, bucket: s3.Bucket, options: CustomResourceOptions): void {
  new s3.BucketVersioning(
    name,
    { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } },
    options,
  );
}

/** A bucket policy that refuses plain HTTP and old TLS, with further statements. */
export function demandTls(
  name: string,
  bucket: s3.Bucket,
  options: CustomResourceOptions,
  ...statements: readonly Input<object>[]
): void {
  const everything = [
    `arn:${PARTITION}:s3:::acme-fraud-${name}`,
    `arn:${PARTITION}:s3:::acme-fraud-${name}/*`,
  ];
  const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: everything };
  const policy = jsonStringify({
    Version: "2012-10-17",
    Statement: [
      { Sid: "DenyPlainHttp", ...deny, Condition: { Bool: { "aws:SecureTransport": "false" } } },
      { Sid: "DenyOldTls", ...deny, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
      ...statements,
    ],
  });
  new s3.BucketPolicy(name, { bucket: bucket.id, policy }, options);
}
