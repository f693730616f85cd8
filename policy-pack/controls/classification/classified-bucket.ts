import { deferred, type Finding, type Graph, mustBeCustomerKey, type Node, violation } from "../../core";
import { accountOf } from "../../iam/account";
import { matchesPattern } from "../../iam/wildcard";
import { hasLock } from "../audit/object-lock";
import { recordsData } from "../audit/data-selectors";
import { TRAIL, trailsReaching } from "../audit/trails";
import { isLogDestination } from "../audit/log-destinations";
import { selects } from "../resilience/backup-selection";
import { partsOf } from "../storage/buckets";
import { classNameOf } from "./class-of-data";

const PLAN = "aws:backup/plan:Plan";
const SELECTION = "aws:backup/selection:Selection";
const REPLICATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

/**
 * Findings for a bucket of classified data.
 * @param copiesAreJudged Whether `replication-in-boundary` says which copies stay within the company.
 */
export function judgeBucket(graph: Graph, bucket: Node, copiesAreJudged: boolean): readonly Finding[] {
  return [
    ...judgeKey(graph, bucket),
    // Buckets of logs are locked as their tier wants it, and a record of the record would never end.
    ...(isLogDestination(graph, bucket)
      ? []
      : [...judgeRecovery(graph, bucket), ...judgeEvents(graph, bucket)]),
    ...(copiesAreJudged ? [] : judgeReplication(graph, bucket)),
  ];
}

/** Whether a bucket of internal data is in an account that has backups, so that it ought to be in one of them. */
export function isWhereBackupsAre(graph: Graph, bucket: Node): boolean {
  return (
    /^internal$/i.test(classNameOf(bucket)) &&
    graph.byType(PLAN, SELECTION).some((one) => accountOf(one) === accountOf(bucket)) &&
    !isLogDestination(graph, bucket)
  );
}

const KEY = "applyServerSideEncryptionByDefault.kmsMasterKeyId";

function judgeKey(graph: Graph, bucket: Node): readonly Finding[] {
  const parts = partsOf(graph, bucket, "ServerSideEncryptionConfiguration");
  if (parts.length > 0) {
    return parts.flatMap((part) => mustBeCustomerKey(part, `rules[0].${KEY}`));
  }
  return mustBeCustomerKey(bucket, `serverSideEncryptionConfiguration.rule.${KEY}`);
}

/** What is overwritten or deleted can be had back: by a lock, or by a backup. */
export function judgeRecovery(graph: Graph, bucket: Node): readonly Finding[] {
  if (bucket.properties.get("objectLockEnabled").state === "unknown")
    return [deferred(bucket, "objectLockEnabled")];
  if (hasLock(graph, bucket)) return [];
  const answers = graph.byType(SELECTION).map((selection) => selects(selection, bucket, bucketNamedBy));
  if (answers.includes("yes")) return [];
  if (answers.includes("unknown")) return [deferred(bucket, "objectLockEnabled")];
  return [
    violation(bucket, "objectLockEnabled", "no lock and no backup", "Object Lock, or a Backup selection"),
  ];
}

/** A bucket's ARN says its name and nothing else, so that it is known before the bucket is made. */
function bucketNamedBy(pattern: string, bucket: Node): boolean {
  const name = bucket.properties.get("bucket");
  const own = name.state === "known" ? `s3:::${String(name.value)}` : "s3:::";
  return matchesPattern(pattern.replace(/^arn:[^:]*:/, ""), own);
}

/** A stack without a trail leaves data events to the one that has it. */
function judgeEvents(graph: Graph, bucket: Node): readonly Finding[] {
  if (graph.byType(TRAIL).length === 0) return [];
  const name = bucket.properties.get("bucket");
  const prefixes = name.state === "known" ? [`s3:::${String(name.value)}/`] : [];
  const answers = trailsReaching(graph, bucket).map((trail) =>
    recordsData(trail, { kind: "AWS::S3::Object", prefixes }),
  );
  if (answers.includes(true)) return [];
  if (answers.includes("unknown")) return [deferred(bucket, "dataEvents")];
  return [
    violation(bucket, "dataEvents", "no trail records them", "a trail with data events of all objects"),
  ];
}

function judgeReplication(graph: Graph, bucket: Node): readonly Finding[] {
  const inline = ["replicationConfiguration", "replicationConfigurations"]
    .filter((input) => {
      const list = bucket.properties.list(input);
      return list.state !== "unset" && !(list.state === "known" && list.value.length === 0);
    })
    .map((input) => violation(bucket, input, "a replication", "no replication of classified data"));
  const parts = graph
    .pointingTo(bucket, "bucket", REPLICATION)
    .map((part) => violation(part, "bucket", "a replication", "no replication of classified data"));
  return [...inline, ...parts];
}
