import type { Graph, Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { BUCKETS } from "../../core/resource-types";
import { componentTeam, teamOf } from "./component-team";

export { teamOf } from "./component-team";

/**
 * The team that a resource belongs to: as its tag says; what is declared for a bucket, and cannot be tagged, belongs to
 * the bucket's team; anything else without a tag to the team of the component that it stands in.
 */
export function owningTeam(graph: Graph, node: Node): string | undefined {
  const own = teamOf(node);
  if (own !== undefined) return own;
  const [bucket] = pointedAtFrom(graph, node, ["bucket"], ...BUCKETS);
  return bucket === undefined ? componentTeam(graph, node) : (teamOf(bucket) ?? componentTeam(graph, bucket));
}

/** The condition key that compares a caller's team, in lower case. */
export const PRINCIPAL_TEAM = "aws:principaltag/team";
