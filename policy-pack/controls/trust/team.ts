import type { Graph, Node } from "../../core";
import { tagOf } from "../../core/tags";
import { pointedAtFrom } from "../../core/inner-references";

const TAG = "Team";
const BUCKETS = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];

/** The team that a resource belongs to, as its tag says; undefined where it has none, or none that is known. */
export function teamOf(node: Node): string | undefined {
  const { value } = tagOf(node, TAG);
  return value.state === "known" && value.value !== "" ? String(value.value) : undefined;
}

/** The same; what is declared for a bucket, and cannot be tagged, belongs to the bucket's team. */
export function owningTeam(graph: Graph, node: Node): string | undefined {
  const own = teamOf(node);
  if (own !== undefined) return own;
  const [bucket] = pointedAtFrom(graph, node, ["bucket"], ...BUCKETS);
  return bucket === undefined ? undefined : teamOf(bucket);
}

/** The condition key that compares a caller's team, in lower case. */
export const PRINCIPAL_TEAM = `aws:principaltag/${TAG.toLowerCase()}`;
