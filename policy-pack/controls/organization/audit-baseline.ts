import type { Graph, Node } from "../../core";
import { accountOf } from "../../iam/account";
import { matchesPattern } from "../../iam/wildcard";
import { logDestinations } from "../audit/log-destinations";
import { forAllButNamedRoles, type Guardrail, holdsWhen } from "./guardrail";

/** What destroys audit logs. */
const DELETING = [
  "s3:BypassGovernanceRetention",
  "s3:DeleteObject",
  "s3:DeleteObjectVersion",
  "s3:PutObjectLegalHold",
  "s3:PutObjectRetention",
];

/**
 * What lays audit logs open, or shortens their life. Control Tower forbids the like in its own log archive:
 * https://docs.aws.amazon.com/controltower/latest/controlreference/mandatory-controls.html
 */
const CHANGING = [
  "kms:CancelKeyDeletion",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:PutKeyPolicy",
  "kms:ScheduleKeyDeletion",
  "s3:DeleteBucket",
  "s3:DeleteBucketPolicy",
  "s3:PutBucketAcl",
  "s3:PutBucketObjectLockConfiguration",
  "s3:PutBucketOwnershipControls",
  "s3:PutBucketPolicy",
  "s3:PutBucketVersioning",
  "s3:PutEncryptionConfiguration",
  "s3:PutLifecycleConfiguration",
  "s3:PutReplicationConfiguration",
];

const withoutPartition = (arn: string): string => arn.replace(/^arn:[^:]*/, "");

/** What the service control policies of one account must deny. */
export interface AccountGuardrail extends Guardrail {
  readonly account: string;
}

/**
 * The guardrails of accounts that keep audit logs, where the stack makes their buckets. The management account has none: no
 * service control policy binds it.
 * @param owner What the organization is known by: of the management account.
 */
export function auditGuardrails(graph: Graph, owner: Node): readonly AccountGuardrail[] {
  return logDestinations(graph).flatMap((bucket) => {
    const account = accountOf(bucket);
    const name = bucket.properties.get("bucket");
    if (account === undefined || account === accountOf(owner) || name.state !== "known") return [];
    const objects = `:s3:::${String(name.value)}/*`;
    return [
      {
        finding: "audit-logs",
        required: `a Deny on deleting the audit logs of ${String(name.value)}`,
        actions: DELETING,
        fits: (statement) =>
          holdsWhen(statement, []) &&
          statement.resources.values.some(({ value }) => matchesPattern(withoutPartition(value), objects)),
        account,
      },
      {
        finding: "audit-store",
        required: "a Deny on changing the buckets and keys of audit logs, but for named roles",
        actions: CHANGING,
        fits: forAllButNamedRoles,
        account,
      },
    ];
  });
}
