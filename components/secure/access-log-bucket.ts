import * as pulumi from "@pulumi/pulumi";
import * as s3 from "@pulumi/aws/s3";
import { closeBucket } from "./bucket/base";
import { lifecycleRules } from "./bucket/lifecycle";
import { bucketArn, perimeterStatements } from "./bucket/policy";
import { physicalName } from "./names";
import { allow, renderPolicy, type Statement } from "./policy-document";
import { retentionOf } from "./retention";
import type { Scope } from "./scope";
import { tagsOf } from "./tags";

export interface AccessLogBucketArgs {
  readonly scope: Scope;
}

/** The one writer: S3's own log delivery, for this account's buckets of this company. */
export function logDeliveryStatement(scope: Scope, bucketName: string): Statement {
  return allow("AllowLogDelivery", {
    Principal: { Service: "logging.s3.amazonaws.com" },
    Action: ["s3:PutObject"],
    Resource: `${bucketArn(scope, bucketName)}/*`,
    Condition: {
      StringEquals: { "aws:SourceAccount": scope.account.id },
      ArnLike: { "aws:SourceArn": bucketArn(scope, `${scope.company.name}-*`) },
    },
  });
}

/**
 * The target of S3's server access logs, one for each account and region. It is encrypted with S3's own key and
 * has no Object Lock, because AWS delivers to no other kind of bucket:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export class AccessLogBucket extends pulumi.ComponentResource {
  /** The bucket's name, resolved once its policy lets logs in: before, S3 refuses it as a target. */
  readonly bucketName: pulumi.Output<string>;

  constructor(name: string, args: AccessLogBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:secure:AccessLogBucket", name, {}, opts);
    const { scope } = args;
    const physical = physicalName("bucket", scope, "access-logs");
    const { protect, retainOnDelete } = retentionOf(scope);
    // A bucket that outlives its stack keeps everything that closes it.
    const child = { parent: this, retainOnDelete };

    const bucket = new s3.Bucket(
      name,
      { bucket: physical, tags: tagsOf(scope, physical) },
      { ...child, protect },
    );
    const statements = [logDeliveryStatement(scope, physical), ...perimeterStatements(scope, physical)];
    const { versioning, policy } = closeBucket(name, bucket, renderPolicy(statements), child);
    new s3.BucketServerSideEncryptionConfiguration(
      `${name}-encryption`,
      {
        bucket: bucket.id,
        rules: [
          {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" },
            blockedEncryptionTypes: ["SSE-C"],
          },
        ],
      },
      child,
    );
    new s3.BucketLifecycleConfiguration(
      `${name}-lifecycle`,
      {
        bucket: bucket.id,
        rules: lifecycleRules({ expirationDays: scope.posture.audit.retentionDays, noncurrentDays: 30 }),
      },
      // Rules for replaced versions are refused until versions are kept.
      { ...child, dependsOn: [versioning] },
    );

    this.bucketName = policy.bucket;
    this.registerOutputs({ bucketName: this.bucketName });
  }
}
