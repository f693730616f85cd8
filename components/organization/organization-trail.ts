import * as cloudtrail from "@pulumi/aws/cloudtrail";
import * as organizations from "@pulumi/aws/organizations";
import * as pulumi from "@pulumi/pulumi";
import { PermissionsBoundary } from "../platform-core";
import {
  allow,
  arn,
  Key,
  LogGroup,
  logGroupName,
  logsUse,
  physicalName,
  retentionOf,
  Role,
  type Scope,
  tagsOf,
  trustCloudTrail,
} from "../secure";
import type { LogArchive } from "./log-archive";

export interface OrganizationTrailArgs {
  /** The management account, which alone can make a trail for the whole organization. */
  readonly scope: Scope;
  /** The archive of the strictest tier: the trail holds every account's events. */
  readonly archive: LogArchive;
}

/** Every account's management events in all regions: in the log archive, and in a log group for alarms. */
export class OrganizationTrail extends pulumi.ComponentResource {
  readonly trailArn: string;

  constructor(name: string, args: OrganizationTrailArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:organization:OrganizationTrail", name, {}, opts);
    const { scope, archive } = args;
    const child = { parent: this };
    // A trail's name may be as long as a policy's: 128 characters.
    const trailName = physicalName("policy", scope, "organization-trail");
    this.trailArn = arn(scope, "cloudtrail", `trail/${trailName}`);

    const key = new Key(
      `${name}-key`,
      {
        scope,
        purpose: "organization-trail",
        description: "The log group of the organization trail",
        statements: [logsUse(scope)],
      },
      child,
    );
    const logGroup = new LogGroup(
      `${name}-events`,
      { scope, logGroupName: logGroupName(scope, "organization-trail"), keyArn: key.keyArn },
      child,
    );
    const boundary = new PermissionsBoundary(`${name}-boundary`, { scope }, child);
    const role = new Role(
      `${name}-delivery`,
      {
        scope,
        purpose: "organization-trail",
        description: "CloudTrail writes the organization's events to their log group",
        trust: [trustCloudTrail()],
        boundaryArn: boundary.policyArn,
        policies: {
          "write-events": [
            allow("WriteEvents", {
              Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
              Resource: [`${logGroup.logGroupArn}:log-stream:*`],
            }),
          ],
        },
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
        cloudWatchLogsGroupArn: `${logGroup.logGroupArn}:*`,
        cloudWatchLogsRoleArn: role.roleArn,
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
