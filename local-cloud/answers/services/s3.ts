import type { ServiceFacts } from "../resource-facts";

/** A setting of a bucket that is a resource of its own: it has the bucket's name as id. */
const SETTING = { id: "{bucket}" };

/** Buckets, whose names are global and whose ARNs have neither region nor account. */
export const S3: ServiceFacts = {
  "aws:s3/bucket:Bucket": {
    id: "{bucket}",
    arn: "arn:{partition}:s3:::{id}",
    outputs: {
      bucket: "{bucket}",
      bucketDomainName: "{id}.s3.amazonaws.com",
      bucketRegionalDomainName: "{id}.s3.{region}.amazonaws.com",
      bucketRegion: "{region}",
      hostedZoneId: "Z{upper:13}",
      requestPayer: "BucketOwner",
      objectLockEnabled: false,
      websiteDomain: "",
      websiteEndpoint: "",
    },
    unique: "global",
  },
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": SETTING,
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": SETTING,
  "aws:s3/bucketVersioning:BucketVersioning": SETTING,
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": SETTING,
  "aws:s3/bucketPolicy:BucketPolicy": SETTING,
  "aws:s3/bucketLogging:BucketLogging": SETTING,
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": SETTING,
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": SETTING,
  "aws:s3/bucketNotification:BucketNotification": SETTING,
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": SETTING,
  "aws:s3/bucketAcl:BucketAcl": { id: "{bucket},{acl}" },
  "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration": SETTING,
  "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration": SETTING,
  "aws:s3/bucketMetric:BucketMetric": { id: "{bucket}:{name}" },
  "aws:s3/inventory:Inventory": { id: "{bucket}:{name}" },
  "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration": {
    id: "{bucket}:{name}",
  },
  "aws:s3/bucketObjectv2:BucketObjectv2": {
    id: "{bucket}/{key}",
    arn: "arn:{partition}:s3:::{bucket}/{key}",
    outputs: {
      etag: "{hex:32}",
      versionId: "{lower:32}",
      storageClass: "STANDARD",
      contentType: "application/octet-stream",
    },
  },
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": {
    id: "{accountId|account}",
    outputs: { accountId: "{account}" },
  },
  "aws:s3/accessPoint:AccessPoint": {
    id: "{account}:{name}",
    arn: "arn:{partition}:s3:{region}:{account}:accesspoint/{name}",
    outputs: {
      accountId: "{account}",
      alias: "{name}-{lower:10}-s3alias",
      domainName: "{name}-{account}.s3-accesspoint.{region}.amazonaws.com",
      networkOrigin: "VPC",
    },
  },
};
