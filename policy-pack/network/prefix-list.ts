import type { Graph, Node } from "../contract/subject";
import type { Value } from "../contract/value";
import { pointsTo } from "../core/graph";
import type { Destination, SecurityGroupRule } from "./security-group-rule";

const LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
const ENTRY = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";

/** The prefix lists of a stack. AWS's own lists are resources of none, and name its services only. */
export const prefixListsOf = (graph: Graph): readonly Node[] => graph.byType(LIST);

/** The stack's own prefix lists that a rule names. */
export function prefixListsNamedBy(graph: Graph, rule: SecurityGroupRule): readonly Node[] {
  return rule.prefixLists.flatMap((named) => listsAt(graph, rule, named));
}

/** The CIDRs of the stack's own prefix lists that a rule names, so that a list hides nothing. */
export function prefixListCidrs(graph: Graph, rule: SecurityGroupRule): readonly Destination[] {
  return rule.prefixLists.flatMap((named) =>
    listsAt(graph, rule, named).flatMap((list) =>
      cidrsOfPrefixList(graph, list).map((value) => ({ property: named.property, value })),
    ),
  );
}

function listsAt(graph: Graph, rule: SecurityGroupRule, { property, value }: Destination): readonly Node[] {
  return prefixListsOf(graph).filter((list) => pointsTo(rule.node, property, list) || idIs(list, value));
}

/** The CIDRs of one of the stack's own prefix lists, those beside it included. */
export function cidrsOfPrefixList(graph: Graph, list: Node): readonly Value[] {
  const inline = list.properties.list("entries");
  const entries =
    inline.state === "known" ? inline.value.map((each) => each.properties.get("cidr")) : unknownOnly(inline);
  const separate = graph.pointingTo(list, "prefixListId", ENTRY).map((each) => each.properties.get("cidr"));
  return [...entries, ...separate];
}

/** A list that is not known yet may hold anything; one that is not there holds nothing. */
const unknownOnly = (list: Value): readonly Value[] => (list.state === "unknown" ? [list] : []);

function idIs(list: { properties: { get(path: string): Value } }, value: Value): boolean {
  const id = list.properties.get("id");
  return id.state === "known" && value.state === "known" && id.value === value.value;
}
