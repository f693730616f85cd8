import { type Finding, type Graph, isText, mustBe, type Node, violation } from "../../core";
import { partsOf } from "../storage/buckets";

const REQUIRED = "server access logging into another bucket";

/** Findings for a bucket that does not log who reads and writes it: in a part of its own, or in the bucket's block. */
export function judgeAccessLogging(graph: Graph, bucket: Node): readonly Finding[] {
  const parts = partsOf(graph, bucket, "Logging");
  if (parts.length > 0) return parts.flatMap((part) => judgeTarget(graph, bucket, part, "targetBucket"));
  for (const inline of ["logging", "loggings[0]"]) {
    if (bucket.properties.get(inline).state !== "unset")
      return judgeTarget(graph, bucket, bucket, `${inline}.targetBucket`);
  }
  return [violation(bucket, "logging", "not set", REQUIRED)];
}

/** A bucket that logs into itself writes a log of every log. */
function judgeTarget(graph: Graph, bucket: Node, node: Node, property: string): readonly Finding[] {
  const isItself = graph.pointingTo(bucket, property, node.type).includes(node);
  return isItself
    ? [violation(node, property, "the bucket itself", REQUIRED)]
    : mustBe(node, property, isText, REQUIRED, { unknown: true });
}
