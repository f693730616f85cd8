import { type Finding, type Graph, isText, mustBe, type Node, violation } from "../../core";
import { partsOf } from "../storage/buckets";

const REQUIRED = "server access logging into another bucket";

/** A property that names the bucket which access logs go to, and what it is a property of. */
export interface LogTarget {
  readonly node: Node;
  readonly property: string;
}

/** Where a bucket's access logs go: as parts of their own say, or the bucket's block. Empty where it has no logs. */
export function logTargets(graph: Graph, bucket: Node): readonly LogTarget[] {
  const parts = partsOf(graph, bucket, "Logging");
  if (parts.length > 0) return parts.map((node) => ({ node, property: "targetBucket" }));
  return ["logging", "loggings[0]"]
    .filter((inline) => bucket.properties.get(inline).state !== "unset")
    .slice(0, 1)
    .map((inline) => ({ node: bucket, property: `${inline}.targetBucket` }));
}

/** Findings for a bucket that does not log who reads and writes it. */
export function judgeAccessLogging(graph: Graph, bucket: Node): readonly Finding[] {
  const targets = logTargets(graph, bucket);
  return targets.length === 0
    ? [violation(bucket, "logging", "not set", REQUIRED)]
    : targets.flatMap((target) => judgeOther(graph, bucket, target));
}

/** A bucket that logs into itself writes a log of every log. */
function judgeOther(graph: Graph, bucket: Node, { node, property }: LogTarget): readonly Finding[] {
  const isItself = graph.pointingTo(bucket, property, node.type).includes(node);
  return isItself
    ? [violation(node, property, "the bucket itself", REQUIRED)]
    : mustBe(node, property, isText, REQUIRED, { unknown: true });
}
