import type * as pulumi from "@pulumi/pulumi";
import { allow, LogGroup, logGroupName, Role, type Scope, trustCloudTrail } from "../../secure";

export interface TrailLogsArgs {
  readonly scope: Scope;
  /** What the trail is for, in kebab case: the last word of the log group's and the role's names. */
  readonly purpose: string;
  /** Which events the trail records, for people. */
  readonly events: string;
  /** The key that encrypts the events, by ARN. */
  readonly keyArn: pulumi.Input<string>;
  /** The account's permissions boundary, by ARN. */
  readonly boundaryArn: pulumi.Input<string>;
}

/** Where a trail sends its events besides its bucket. */
export interface TrailLogs {
  readonly cloudWatchLogsGroupArn: string;
  readonly cloudWatchLogsRoleArn: pulumi.Output<string>;
  /** The log group, which CloudTrail tries when it makes the trail. */
  readonly logGroup: LogGroup;
}

/**
 * The log group of a trail, within minutes of the events and open to alarms and searches, and the role by which
 * CloudTrail writes to it:
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html
 * @param name Prefix of the resources' logical names.
 */
export function trailLogs(
  name: string,
  args: TrailLogsArgs,
  opts: pulumi.ComponentResourceOptions,
): TrailLogs {
  const { scope, purpose } = args;
  const logGroup = new LogGroup(
    `${name}-events`,
    { scope, logGroupName: logGroupName(scope, purpose), keyArn: args.keyArn },
    opts,
  );
  const role = new Role(
    `${name}-delivery`,
    {
      scope,
      purpose,
      description: `CloudTrail writes ${args.events} to their log group`,
      trust: [trustCloudTrail()],
      boundaryArn: args.boundaryArn,
      policies: {
        "write-events": [
          allow("WriteEvents", {
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: [`${logGroup.logGroupArn}:log-stream:*`],
          }),
        ],
      },
    },
    opts,
  );
  return {
    cloudWatchLogsGroupArn: `${logGroup.logGroupArn}:*`,
    cloudWatchLogsRoleArn: role.roleArn,
    logGroup,
  };
}
