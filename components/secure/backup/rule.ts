import type * as inputs from "@pulumi/aws/types/input";
import type { Posture } from "../../../config";

/** Every night, in UTC: continuous backups are brought up to date, and where there is none yet it is begun. */
const NIGHTLY = "cron(0 2 * * ? *)";
/** Minutes in which a backup must have started: the fewest that AWS accepts. */
const START_WINDOW = 60;
/** Minutes in which it must be complete: a week, because the first takes in the whole bucket. */
const COMPLETION_WINDOW = 10_080;

/**
 * The one rule of a plan: every change is kept, so that a bucket can be taken back to any second of the
 * tier's days. It goes to no cold storage, which continuous backups don't have:
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html
 */
export function backupRule(
  { backup }: Posture,
  targetVaultName: inputs.backup.PlanRule["targetVaultName"],
): inputs.backup.PlanRule {
  return {
    ruleName: "continuous",
    targetVaultName,
    schedule: NIGHTLY,
    startWindow: START_WINDOW,
    completionWindow: COMPLETION_WINDOW,
    enableContinuousBackup: true,
    lifecycle: { deleteAfter: backup.retentionDays },
  };
}
