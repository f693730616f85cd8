import { deferred, type Finding, type Graph, judgeCustomerKey, type Node, violation } from "../../core";
import { textsAt } from "../../core/graph-index";
import { tagOf } from "../../core/tags";
import { matchesPattern } from "../../iam/wildcard";
import { pointedAtFrom } from "../../core/inner-references";
import { hasLock } from "../audit/object-lock";
import { recordsData } from "../audit/data-selectors";
import { TRAIL, trailsReaching } from "../audit/trails";
import { isLogDestination } from "../audit/log-destinations";
import { partsOf } from "../storage/buckets";

const SELECTION = "aws:backup/selection:Selection";
const REPLICATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

/** Findings for a bucket of classified data. */
export function judgeBucket(graph: Graph, bucket: Node): readonly Finding[] {
  return [
    ...judgeKey(graph, bucket),
    // Buckets of logs are locked as their tier wants it, and a record of the record would never end.
    ...(isLogDestination(graph, bucket)
      ? []
      : [...judgeRecovery(graph, bucket), ...judgeEvents(graph, bucket)]),
    ...judgeReplication(graph, bucket),
  ];
}

const KEY = "applyServerSideEncryptionByDefault.kmsMasterKeyId";

function judgeKey(graph: Graph, bucket: Node): readonly Finding[] {
  const parts = partsOf(graph, bucket, "ServerSideEncryptionConfiguration");
  if (parts.length > 0) {
    return parts.flatMap((part) =>
      judgeCustomerKey(part, `rules[0].${KEY}`, part.properties.get(`rules[0].${KEY}`)),
    );
  }
  const inline = `serverSideEncryptionConfiguration.rule.${KEY}`;
  return judgeCustomerKey(bucket, inline, bucket.properties.get(inline));
}

/** What is overwritten or deleted can be had back: by a lock, or by a backup. */
function judgeRecovery(graph: Graph, bucket: Node): readonly Finding[] {
  return hasLock(graph, bucket) ||
    graph.byType(SELECTION).some((selection) => selects(graph, selection, bucket))
    ? []
    : [violation(bucket, "objectLockEnabled", "no lock and no backup", "Object Lock, or a Backup selection")];
}

/** A selection names its resources, patterns of their ARNs, or a tag that they have. */
function selects(graph: Graph, selection: Node, bucket: Node): boolean {
  if (pointedAtFrom(graph, selection, ["resources"], bucket.type).includes(bucket)) return true;
  const name = bucket.properties.get("bucket");
  const own = name.state === "known" ? `s3:::${String(name.value)}` : "s3:::";
  const byPattern = textsAt(selection, "resources").some((text) =>
    matchesPattern(text.replace(/^arn:[^:]*:/, ""), own),
  );
  const tags = selection.properties.list("selectionTags");
  const byTag =
    tags.state === "known" &&
    tags.value.some(({ properties }) => {
      const [key, value] = ["key", "value"].map((each) => properties.get(each));
      if (key?.state !== "known" || value?.state !== "known") return false;
      const tag = tagOf(bucket, String(key.value)).value;
      return tag.state === "known" && tag.value === value.value;
    });
  return byPattern || byTag;
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
