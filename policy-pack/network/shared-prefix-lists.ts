import type { Finding } from "../contract/control";
import type { Graph, Node } from "../contract/subject";
import { deferred, violation } from "../core/findings";
import { rememberingFor } from "../core/remembering";
import { cidrsOfPrefixList, prefixListsNamedBy, prefixListsOf } from "./prefix-list";
import { securityGroupRules } from "./security-group-rule";
import { coversWorld } from "./world";

/**
 * Findings for the prefix lists that no rule of this stack names, and so are for those of others, where the world is in
 * them. A rule that names a list of another stack shows nothing of what is in it; the lists themselves are judged here.
 */
export function judgeSharedPrefixLists(graph: Graph, required: string): readonly Finding[] {
  return sharedLists(graph).flatMap((list): readonly Finding[] => {
    const cidrs = cidrsOfPrefixList(graph, list);
    const known = cidrs.flatMap((cidr) => (cidr.state === "known" ? [String(cidr.value)] : []));
    if (coversWorld(known)) {
      return [violation(list, "entries", `${known.join(", ")}, for rules of other stacks`, required)];
    }
    return cidrs.some(({ state }) => state === "unknown") ? [deferred(list, "entries")] : [];
  });
}

/** The prefix lists of a stack that none of its own security group rules and routes names. */
const sharedLists = rememberingFor((graph: Graph): readonly Node[] => {
  const all = prefixListsOf(graph);
  if (all.length === 0) return all;
  const rules = (["ingress", "egress"] as const).flatMap((way) => securityGroupRules(graph, way).rules);
  const named = new Set(rules.flatMap((rule) => prefixListsNamedBy(graph, rule)));
  const isRouted = (list: Node) =>
    graph.pointingTo(list, "destinationPrefixListId", "aws:ec2/route:Route").length > 0;
  return all.filter((list) => !named.has(list) && !isRouted(list));
});
