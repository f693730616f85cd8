import type * as pulumi from "@pulumi/pulumi";
import * as s3 from "@pulumi/aws/s3";

/** What later resources of a bucket wait for. */
export interface ClosedBucket {
  /** Before versions are kept, S3 refuses lifecycle rules for them, and Object Lock. */
  readonly versioning: s3.BucketVersioning;
  /** Before a bucket lets log delivery in, S3 refuses it as the target of logs. */
  readonly policy: s3.BucketPolicy;
}

/**
 * What every bucket has, the target of access logs too: no public access by any of the four switches, no ACLs,
 * versions kept, and its policy.
 * @param name Prefix of the resources' logical names.
 * @param policy The bucket policy's JSON.
 */
export function closeBucket(
  name: string,
  bucket: s3.Bucket,
  policy: string,
  opts: pulumi.CustomResourceOptions,
): ClosedBucket {
  const publicAccess = new s3.BucketPublicAccessBlock(
    `${name}-public-access`,
    {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    opts,
  );
  new s3.BucketOwnershipControls(
    `${name}-ownership`,
    { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } },
    opts,
  );

  // S3 answers 409 when the policy and the public access block are written at the same time.
  const bucketPolicy = new s3.BucketPolicy(
    `${name}-policy`,
    { bucket: bucket.id, policy },
    { ...opts, dependsOn: [publicAccess] },
  );

  const versioning = new s3.BucketVersioning(
    `${name}-versioning`,
    { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } },
    opts,
  );

  return { versioning, policy: bucketPolicy };
}
