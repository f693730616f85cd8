import type { Graph, Node } from "../../core";
import { allowing } from "../../iam/document";
import { trustDocument } from "../../iam/resource-documents";
import { rolesLetIn, rolesOfUnknown } from "./roles";

/** The roles of a stack that may assume a role, as its trust policy names them. */
export function trustersOf(graph: Graph, role: Node): readonly Node[] {
  const { document, property } = trustDocument(role);
  return [
    ...new Set([
      ...allowing(document).flatMap((statement) => rolesLetIn(graph, role, property, statement)),
      ...rolesOfUnknown(document, role, property),
    ]),
  ];
}

/** A chain of roles, each of which may assume the next; the last is the one that was asked for. */
export type Chain = readonly Node[];

/**
 * The shortest chains that lead to a role from those that `isEnd` accepts. A chain goes on through the roles that it
 * does not accept.
 */
export function chainsTo(graph: Graph, role: Node, isEnd: (from: Node) => boolean): readonly Chain[] {
  const seen = new Set([role]);
  const found: Chain[] = [];
  let open: readonly Chain[] = [[role]];
  while (open.length > 0) {
    const next: Chain[] = [];
    for (const chain of open) {
      for (const from of chain[0] === undefined ? [] : trustersOf(graph, chain[0])) {
        if (seen.has(from)) continue;
        seen.add(from);
        (isEnd(from) ? found : next).push([from, ...chain]);
      }
    }
    open = next;
  }
  return found;
}
