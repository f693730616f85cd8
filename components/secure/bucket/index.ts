import * as pulumi from "@pulumi/pulumi";
import * as s3 from "@pulumi/aws/s3";
import { physicalName } from "../names";
import { renderPolicy, type Statement } from "../policy-document";
import { contentsMayGo, retentionOf } from "../retention";
import type { Scope } from "../scope";
import { tagsOf } from "../tags";
import { closeBucket } from "./base";
import { lifecycleRules, type Lifecycle } from "./lifecycle";
import { bucketArn, encryptionStatements, perimeterStatements } from "./policy";

export interface SecureBucketArgs {
  readonly scope: Scope;
  /** What the bucket is for, in kebab case: the last word of its name. */
  readonly purpose: string;
  /** The customer key that encrypts every object, by ARN. */
  readonly keyArn: pulumi.Input<string>;
  /** The account's and region's one bucket for access logs. */
  readonly accessLogBucketName: pulumi.Input<string>;
  /** Statements of the bucket policy beyond what every bucket refuses. @default none */
  readonly statements?: readonly Statement[];
  /** How long objects are kept. @default current versions for good, replaced ones for 90 days */
  readonly lifecycle?: Lifecycle;
  /**
   * Whether the bucket's contents belong to its owner alone and go with it, where the tier lets data be deleted.
   * @default false: a bucket that holds anything is never deleted
   */
  readonly goesWithOwner?: boolean;
  /** S3 Object Lock on every new object. @default none */
  readonly objectLock?: { readonly mode: "GOVERNANCE" | "COMPLIANCE"; readonly days: number };
}

/**
 * A private bucket: encrypted under a customer key, versioned, without ACLs or public access, closed to plain
 * HTTP, old TLS and anyone outside the organization, with its accesses logged.
 */
export class SecureBucket extends pulumi.ComponentResource {
  /** The bucket's name, known at preview. */
  readonly bucketName: string;
  /** The bucket's ARN, known at preview. */
  readonly bucketArn: string;
  /** The bucket itself, for what must be made after it. */
  readonly bucket: s3.Bucket;

  constructor(name: string, args: SecureBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:secure:SecureBucket", name, {}, opts);
    const { scope } = args;
    this.bucketName = physicalName("bucket", scope, args.purpose);
    this.bucketArn = bucketArn(scope, this.bucketName);
    const { protect, retainOnDelete } = retentionOf(scope);
    // A bucket that outlives its stack keeps everything that closes it.
    const child = { parent: this, retainOnDelete };

    this.bucket = new s3.Bucket(
      name,
      {
        bucket: this.bucketName,
        forceDestroy: args.goesWithOwner === true && contentsMayGo(scope),
        objectLockEnabled: args.objectLock !== undefined,
        tags: tagsOf(scope, this.bucketName),
      },
      { ...child, protect },
    );
    const statements = [
      ...perimeterStatements(scope, this.bucketName),
      ...encryptionStatements(scope, this.bucketName),
      ...(args.statements ?? []),
    ];
    const { versioning } = closeBucket(name, this.bucket, renderPolicy(statements), child);
    const inBucket = { bucket: this.bucket.id };

    new s3.BucketServerSideEncryptionConfiguration(
      `${name}-encryption`,
      {
        ...inBucket,
        rules: [
          {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: args.keyArn },
            bucketKeyEnabled: true,
            // With SSE-C the uploader alone holds the key, so that data could be held to ransom.
            blockedEncryptionTypes: ["SSE-C"],
          },
        ],
      },
      child,
    );
    new s3.BucketLogging(
      `${name}-logging`,
      {
        ...inBucket,
        targetBucket: args.accessLogBucketName,
        targetPrefix: `${this.bucketName}/`,
        targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } },
      },
      child,
    );

    // Rules for replaced versions, and locks, are refused until versions are kept.
    const versioned = { ...child, dependsOn: [versioning] };
    new s3.BucketLifecycleConfiguration(
      `${name}-lifecycle`,
      { ...inBucket, rules: lifecycleRules(args.lifecycle ?? {}) },
      versioned,
    );
    if (args.objectLock !== undefined) {
      new s3.BucketObjectLockConfiguration(
        `${name}-object-lock`,
        { ...inBucket, rule: { defaultRetention: args.objectLock } },
        versioned,
      );
    }

    this.registerOutputs({ bucketName: this.bucketName, bucketArn: this.bucketArn });
  }
}
