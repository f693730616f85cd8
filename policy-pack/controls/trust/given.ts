import type { Graph, Node } from "../../core";
import { ROLE } from "../../core/resource-types";
import { accountOf } from "../../iam/account";
import { allowing, documentOf, type PolicyDocument, unknownParts } from "../../iam/document";
import { principalOf } from "../../iam/principal";
import type { Statement } from "../../iam/statement";
import { partsOf } from "../storage/buckets";
import { rolesLetIn, rolesOfUnknown } from "./roles";
import { PRINCIPAL_TEAM, teamOf } from "./team";

/** Whether a bucket's owner lets another team in: surely, surely not, or not to be told before deployment. */
export type Given = "given" | "not-given" | "unknown";

/**
 * Whether a bucket's own policy lets a team in: a role of the team, or a whole account that is not kept for others by
 * the callers' names or teams.
 */
export function givenTo(graph: Graph, bucket: Node, team: string): Given {
  return givenBy(graph, bucket, (role) => teamOf(role) === team, team);
}

/** Whether the policy of a bucket lets in one role; anything but a bucket lets nobody in by itself. */
export function isLetIn(graph: Graph, bucket: Node, role: Node): Given {
  return givenBy(graph, bucket, (each) => each === role, teamOf(role));
}

function givenBy(
  graph: Graph,
  bucket: Node,
  isMeant: (role: Node) => boolean,
  team: string | undefined,
): Given {
  const policies = [bucket, ...partsOf(graph, bucket, "Policy")].map((holder) => ({
    holder,
    document: documentOf(holder.properties.get("policy"), "policy"),
  }));
  const isGiven = policies.some(
    ({ holder, document }) =>
      allowing(document).some((statement) => letsIn(graph, holder, statement, bucket, isMeant, team)) ||
      rolesOfUnknown(document, holder, "policy").some(isMeant),
  );
  if (isGiven) return "given";
  return policies.some(({ holder, document }) => mayStillGive(holder, document)) ? "unknown" : "not-given";
}

/** Principals that are not known yet are the roles that the policy refers to, where it refers to any. */
function mayStillGive(holder: Node, document: PolicyDocument): boolean {
  const isTold = holder.references("policy").some(({ type }) => type === ROLE);
  return (
    unknownParts(document).length > 0 ||
    (!isTold && allowing(document).some(({ principals }) => principals.unknown.length > 0))
  );
}

function letsIn(
  graph: Graph,
  holder: Node,
  statement: Statement,
  bucket: Node,
  isMeant: (role: Node) => boolean,
  team: string | undefined,
): boolean {
  if (rolesLetIn(graph, holder, "policy", statement).some(isMeant)) return true;
  const isWhole = statement.principals.values.some((written) => {
    const principal = principalOf(written);
    if (principal.kind === "anyone") return true;
    return principal.kind === "account" && [undefined, principal.account].includes(accountOf(bucket));
  });
  return (
    isWhole && statement.conditions.every(({ key, values }) => holdsFor(key.toLowerCase(), values, team))
  );
}

/** Conditions on who calls keep others out; those on the network or the organization do not. */
function holdsFor(key: string, values: Statement["actions"], team: string | undefined): boolean {
  if (key === PRINCIPAL_TEAM) return values.values.some(({ value }) => value === team);
  return key !== "aws:principalarn" && !key.startsWith("aws:principaltag/") && key !== "aws:userid";
}
