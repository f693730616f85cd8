import type { Graph, Node } from "../../core";
import { rememberingFor } from "../../core/remembering";
import { ROLE } from "../../core/resource-types";
import { allowing } from "../../iam/document";
import { trustDocument } from "../../iam/resource-documents";
import type { Statement } from "../../iam/statement";
import { principalOf } from "../../iam/principal";
import { type Grant, grantHolders, grantsOf } from "./grant-holders";
import { rolesLetIn, rolesNamed, rolesOfUnknown } from "./roles";
import { PRINCIPAL_TEAM, teamOf } from "./team";

/**
 * The roles of a stack that may assume a role: those that its trust policy names, and where it trusts their account as
 * a whole, those that a policy of theirs lets assume it.
 */
export function trustersOf(graph: Graph, role: Node): readonly Node[] {
  const { document, property } = trustDocument(role);
  return [
    ...new Set([
      ...allowing(document).flatMap((statement) => [
        ...rolesLetIn(graph, role, property, statement),
        ...rolesPermitted(graph, role, statement),
      ]),
      ...rolesOfUnknown(document, role, property),
    ]),
  ];
}

function rolesPermitted(graph: Graph, role: Node, statement: Statement): readonly Node[] {
  const trustsAccount = statement.principals.values.some((written) =>
    ["account", "anyone"].includes(principalOf(written).kind),
  );
  const byName = statement.conditions.some(({ key }) => key.toLowerCase() === "aws:principalarn");
  if (!trustsAccount || byName) return [];
  return assuming(graph)
    .filter(({ node, grants }) => node !== role && grants.some((grant) => namesRole(graph, grant, role)))
    .map(({ node }) => node)
    .filter((node) => isOfTeam(node, statement));
}

/** A role that may assume others, and the grants by which it may. */
interface Assuming {
  readonly node: Node;
  readonly grants: readonly Grant[];
}

/** The few roles of a stack that may assume others. */
const assuming = rememberingFor((graph: Graph): readonly Assuming[] =>
  grantHolders(graph)
    .filter(({ node }) => node.type === ROLE)
    .map((holder) => ({ node: holder.node, grants: grantsOf(holder, "sts:AssumeRole") }))
    .filter(({ grants }) => grants.length > 0),
);

/** Whether a caller's team is one that a statement compares it with, where it does. */
function isOfTeam(caller: Node, { conditions }: Statement): boolean {
  const teams = conditions.filter(({ key }) => key.toLowerCase() === PRINCIPAL_TEAM);
  return teams.every(({ values }) => values.values.some(({ value }) => value === teamOf(caller)));
}

function namesRole(graph: Graph, { owned, statement }: Grant, role: Node): boolean {
  const { values, unknown } = statement.resources;
  const behind =
    unknown.length === 0 ? [] : (graph.byUrn(owned.subject.urn)?.references(owned.property) ?? []);
  return behind.includes(role) || values.some(({ value }) => rolesNamed(graph, value).includes(role));
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
