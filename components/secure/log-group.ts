import * as pulumi from "@pulumi/pulumi";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import { retentionOf } from "./retention";
import { arn, type Scope } from "./scope";
import { tagsOf } from "./tags";

export interface LogGroupArgs {
  readonly scope: Scope;
  /** The log group's name: `logGroupName` derives one, some services prescribe theirs. */
  readonly logGroupName: string;
  /** The customer key that encrypts the events, by ARN; its policy must let CloudWatch Logs use it. */
  readonly keyArn: pulumi.Input<string>;
}

/** The name of an owner's log group: `/acme/dev/fraud/inference`. */
export function logGroupName(scope: Scope, purpose: string): string {
  return `/${scope.company.name}/${scope.environment}/${scope.owner}/${purpose}`;
}

/** A log group under a customer key that keeps events for as long as the tier says. */
export class LogGroup extends pulumi.ComponentResource {
  readonly logGroupName: string;
  /** The log group's ARN without the `:*` that some services add, known at preview. */
  readonly logGroupArn: string;
  /** The log group itself, for what must be made after it. */
  readonly logGroup: cloudwatch.LogGroup;

  constructor(name: string, args: LogGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:secure:LogGroup", name, {}, opts);
    const { scope } = args;
    this.logGroupName = args.logGroupName;
    this.logGroupArn = arn(scope, "logs", `log-group:${args.logGroupName}`);

    this.logGroup = new cloudwatch.LogGroup(
      name,
      {
        name: args.logGroupName,
        kmsKeyId: args.keyArn,
        retentionInDays: scope.posture.logRetentionDays,
        // Where the tier retains, nobody deletes the events by hand either; Pulumi then only forgets the group.
        deletionProtectionEnabled: scope.posture.deletion === "retained",
        tags: tagsOf(scope),
      },
      // Not protected: a log goes with what it logs. Where the tier retains, its events stay behind.
      { parent: this, retainOnDelete: retentionOf(scope).retainOnDelete },
    );

    this.registerOutputs({ logGroupName: this.logGroupName, logGroupArn: this.logGroupArn });
  }
}
