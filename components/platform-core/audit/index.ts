import * as cloudtrail from "@pulumi/aws/cloudtrail";
import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { bucketArn, physicalName, retentionOf, type Scope, tagsOf } from "../../secure";
import { dataEventSelectors } from "./data-events";
import { trailLogs } from "./trail-logs";

export { trailLogs, type TrailLogs, type TrailLogsArgs } from "./trail-logs";

/** Where an account's audit logs go: a bucket that the account itself can only add to. */
export interface AuditDestination {
  readonly bucketName: string;
  readonly bucketArn: string;
  /** The key that encrypts the logs, by ARN. */
  readonly keyArn: pulumi.Input<string>;
}

export interface AuditArgs {
  readonly scope: Scope;
  readonly vpcId: pulumi.Input<string>;
  readonly destination: AuditDestination;
  /** The key of log groups that belong to no team, by ARN. */
  readonly logKeyArn: pulumi.Input<string>;
  /** The account's permissions boundary, by ARN. */
  readonly boundaryArn: pulumi.Input<string>;
}

const PURPOSE = "data-events";

/** The folder of the flow logs in the log archive. */
export const FLOW_LOG_PREFIX = "vpc-flow-logs";

/**
 * Records who used which data, and what went over the network, in the log archive; the former in a log group of the account
 * too, for searches and alarms.
 */
export class Audit extends pulumi.ComponentResource {
  constructor(name: string, args: AuditArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:platform-core:Audit", name, {}, opts);
    const { scope, destination } = args;
    const child = { parent: this };

    const accessLogs = bucketArn(scope, physicalName("bucket", scope, "access-logs"));
    const { logGroup, ...logs } = trailLogs(
      `${name}-trail`,
      {
        scope,
        purpose: PURPOSE,
        events: "the account's data events",
        keyArn: args.logKeyArn,
        boundaryArn: args.boundaryArn,
      },
      child,
    );
    new cloudtrail.Trail(
      `${name}-data-events`,
      {
        name: dataTrailName(scope),
        s3BucketName: destination.bucketName,
        kmsKeyId: destination.keyArn,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogFileValidation: true,
        enableLogging: true,
        advancedEventSelectors: dataEventSelectors(accessLogs),
        ...logs,
        tags: tagsOf(scope),
      },
      // CloudTrail tries the log group when it makes the trail.
      { ...child, dependsOn: [logGroup], protect: retentionOf(scope).protect },
    );
    new ec2.FlowLog(
      `${name}-flow-logs`,
      {
        vpcId: args.vpcId,
        trafficType: "ALL",
        logDestinationType: "s3",
        logDestination: `${destination.bucketArn}/${FLOW_LOG_PREFIX}/`,
        maxAggregationInterval: 60,
        destinationOptions: { fileFormat: "parquet", hiveCompatiblePartitions: true, perHourPartition: true },
        tags: tagsOf(scope, name),
      },
      child,
    );

    this.registerOutputs({});
  }
}

/** The name of an account's trail of data events, which may be as long as a policy's: 128 characters. */
export function dataTrailName(scope: Scope): string {
  return physicalName("policy", scope, PURPOSE);
}
