import * as cloudtrail from "@pulumi/aws/cloudtrail";
import * as organizations from "@pulumi/aws/organizations";
import * as pulumi from "@pulumi/pulumi";
import { PermissionsBoundary, trailLogs } from "../platform-core";
import { arn, Key, logsUse, physicalName, retentionOf, type Scope, tagsOf } from "../secure";
import type { LogArchive } from "./log-archive";
import { organizationTrailEvents } from "./organization-trail-events";

const PURPOSE = "organization-trail";

export interface OrganizationTrailArgs {
  /** The management account, which alone can make a trail for the whole organization. */
  readonly scope: Scope;
  /** The archive of the strictest tier: the trail holds every account's events. */
  readonly archive: LogArchive;
  /** Buckets, by ARN and a word for what they hold, of which each use of an object is recorded too. */
  readonly dataBucketArns: Readonly<Record<string, string>>;
}

/**
 * Every account's management events in all regions, and who used the objects of some buckets: in the log archive, and in
 * a log group for alarms.
 */
export class OrganizationTrail extends pulumi.ComponentResource {
  readonly trailArn: string;

  constructor(name: string, args: OrganizationTrailArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:organization:OrganizationTrail", name, {}, opts);
    const { scope, archive } = args;
    const child = { parent: this };
    // A trail's name may be as long as a policy's: 128 characters.
    const trailName = physicalName("policy", scope, PURPOSE);
    this.trailArn = arn(scope, "cloudtrail", `trail/${trailName}`);

    const key = new Key(
      `${name}-key`,
      {
        scope,
        purpose: PURPOSE,
        description: "The log group of the organization trail",
        statements: [logsUse(scope)],
      },
      child,
    );
    const boundary = new PermissionsBoundary(`${name}-boundary`, { scope }, child);
    const { logGroup, ...logs } = trailLogs(
      name,
      {
        scope,
        purpose: PURPOSE,
        events: "the organization's events",
        keyArn: key.keyArn,
        boundaryArn: boundary.policyArn,
      },
      child,
    );

    const trustedAccess = new organizations.AwsServiceAccess(
      `${name}-trusted-access`,
      { servicePrincipal: "cloudtrail.amazonaws.com" },
      child,
    );
    new cloudtrail.Trail(
      name,
      {
        name: trailName,
        isOrganizationTrail: true,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogFileValidation: true,
        enableLogging: true,
        s3BucketName: archive.bucketName,
        kmsKeyId: archive.keyArn,
        advancedEventSelectors: organizationTrailEvents(args.dataBucketArns),
        ...logs,
        tags: tagsOf(scope),
      },
      // CloudTrail tries the bucket, its policy and the log group when it makes the trail, and refuses one for
      // the organization until the organization trusts it.
      {
        ...child,
        dependsOn: [archive, logGroup, trustedAccess],
        protect: retentionOf(scope).protect,
      },
    );

    this.registerOutputs({ trailArn: this.trailArn });
  }
}
