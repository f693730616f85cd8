import * as backup from "@pulumi/aws/backup";
import * as pulumi from "@pulumi/pulumi";
import { physicalName } from "../names";
import { Role } from "../role";
import { trustBackup } from "../role/trust";
import type { Scope } from "../scope";
import { tagsOf } from "../tags";
import { backupRolePurpose } from "./coverage";
import { backupPolicies, type BackedUp, restorePolicies } from "./permissions";
import { backupRule } from "./rule";

export interface BucketBackupArgs extends BackedUp {
  /** The scope of the buckets' owner, to whom the roles belong. */
  readonly scope: Scope;
  /** The account's vault, by its name. */
  readonly vaultName: pulumi.Input<string>;
  /** The account's permission boundary, by ARN. */
  readonly boundaryArn: pulumi.Input<string>;
}

/**
 * The backups of an owner's buckets, into the account's vault: a plan, the buckets by their ARNs, so that none drops out
 * by losing a tag, and two roles that reach nobody else's buckets or keys: one reads, and one, which nothing assumes
 * until somebody restores, writes. The plan is the owner's, because AWS lets a plan have 100 selections and no more, and
 * an account has room for more teams: https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html
 */
export class BucketBackup extends pulumi.ComponentResource {
  constructor(name: string, args: BucketBackupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:secure:BucketBackup", name, {}, opts);
    const { scope, boundaryArn } = args;
    const common = { scope, boundaryArn, trust: [trustBackup(scope)] };
    const taking = new Role(
      `${name}-role`,
      {
        ...common,
        purpose: backupRolePurpose("backup"),
        description: `AWS Backup reads the buckets of ${scope.owner}.`,
        policies: backupPolicies(scope, args),
      },
      { parent: this },
    );
    new Role(
      `${name}-restore-role`,
      {
        ...common,
        purpose: backupRolePurpose("restore"),
        description: `AWS Backup brings back what somebody restores of ${scope.owner}.`,
        policies: restorePolicies(scope, args),
      },
      { parent: this },
    );
    const plan = new backup.Plan(
      `${name}-plan`,
      {
        name: physicalName("backup", scope, "backup"),
        rules: [backupRule(scope.posture, args.vaultName)],
        tags: tagsOf(scope),
      },
      { parent: this },
    );
    new backup.Selection(
      `${name}-selection`,
      {
        name: "buckets",
        planId: plan.id,
        iamRoleArn: taking.roleArn,
        resources: [...args.bucketArns],
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
