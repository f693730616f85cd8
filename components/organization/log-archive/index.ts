import * as pulumi from "@pulumi/pulumi";
import { postureOf, type Tier } from "../../../config";
import { Key, physicalName, type Scope, SecureBucket } from "../../secure";
import { bucketDeliveryStatements, keyDeliveryStatements } from "./delivery";

export interface LogArchiveArgs {
  /** The log archive account. */
  readonly scope: Scope;
  /** Whose logs these are: decides the years and the lock. */
  readonly tier: Tier;
  /** The account's one bucket for access logs. */
  readonly accessLogBucketName: pulumi.Input<string>;
}

const purposeOf = (tier: Tier) => `log-archive-${tier}`;

/** The name of a tier's log archive, known before the bucket is. */
export function logArchiveBucketName(scope: Scope, tier: Tier): string {
  return physicalName("bucket", scope, purposeOf(tier));
}

/**
 * The audit logs of one tier: a bucket that services of the organization's accounts add to and nobody can
 * change, locked and kept for as long as the tier's posture says, under a key of its own.
 */
export class LogArchive extends pulumi.ComponentResource {
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly keyArn: pulumi.Output<string>;

  constructor(name: string, args: LogArchiveArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:organization:LogArchive", name, {}, opts);
    const { scope, tier } = args;
    const { audit } = postureOf(tier);
    const child = { parent: this };

    const key = new Key(
      `${name}-key`,
      {
        scope,
        purpose: purposeOf(tier),
        description: `Audit logs of ${tier}`,
        statements: keyDeliveryStatements(scope),
      },
      child,
    );
    const bucket = new SecureBucket(
      name,
      {
        scope,
        purpose: purposeOf(tier),
        keyArn: key.keyArn,
        accessLogBucketName: args.accessLogBucketName,
        statements: bucketDeliveryStatements(scope, logArchiveBucketName(scope, tier)),
        lifecycle: { expirationDays: audit.retentionDays },
        ...(audit.objectLock === "none"
          ? {}
          : { objectLock: { mode: audit.objectLock, days: audit.retentionDays } }),
      },
      child,
    );

    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.bucketArn;
    this.keyArn = key.keyArn;
    this.registerOutputs({ bucketName: this.bucketName, bucketArn: this.bucketArn, keyArn: this.keyArn });
  }
}
