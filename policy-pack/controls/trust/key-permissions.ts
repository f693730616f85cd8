import type { Graph, Node } from "../../core";
import { remembering, rememberingFor } from "../../core/remembering";
import { ROLE } from "../../core/resource-types";
import { namesEverything, parseArn } from "../../iam/arn";
import { covers } from "../../iam/covers";
import { allowing, documentOf, unknownParts } from "../../iam/document";
import { principalOf } from "../../iam/principal";
import type { Statement } from "../../iam/statement";
import { type Grant, grantsFor } from "./grant-holders";
import { keysByAlias } from "./key-aliases";
import { KEYS } from "./key-uses";
import { permissionsOf } from "./role-permissions";
import { rolesLetIn, rolesNamed } from "./roles";
import { PRINCIPAL_TEAM, teamOf } from "./team";

const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";
const GRANT = "aws:kms/grant:Grant";

/** Whether a role may do something with a key: surely not only where the stack says all that decides it. */
export type KeyPermission = "may" | "may-not" | "unknown";

/**
 * Whether a role may use a key. A key's policy that names the role is enough; one that trusts the account leaves it to
 * the role's own policies, and so does the policy that AWS gives a key by default.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function mayUseKey(graph: Graph, role: Node, key: Node, action: string): KeyPermission {
  return decided(graph)(role)(key)(action);
}

/** A role asks for the same key at each of its statements. */
const decided = rememberingFor((graph: Graph) =>
  rememberingFor((role: Node) =>
    rememberingFor((key: Node) => remembering((action) => decide(graph, role, key, action))),
  ),
);

function decide(graph: Graph, role: Node, key: Node, action: string): KeyPermission {
  const answers = [...byPolicies(graph, role, key, action), ...byGrants(graph, role, key)];
  if (answers.includes("named")) return "may";
  const byAccount = answers.includes("account") ? byOwnPolicies(graph, role, key, action) : "may-not";
  return byAccount === "may-not" && answers.includes("unknown") ? "unknown" : byAccount;
}

/** What the side of the key says of a role: that it may, that its account decides, or that it is not known yet. */
type Side = "named" | "account" | "unknown";

function byPolicies(graph: Graph, role: Node, key: Node, action: string): readonly Side[] {
  const policies = policiesOf(graph)(key)(action);
  if (policies.length === 0) return ["account"];
  return policies.flatMap(({ holder, statements, isUnknown }): readonly Side[] => [
    ...(isUnknown ? (["unknown"] as const) : []),
    ...statements.flatMap((statement) => sideOf(graph, role, holder, statement)),
  ]);
}

/** A policy of a key, with the statements that allow an action. */
interface KeyPolicy {
  readonly holder: Node;
  readonly statements: readonly Statement[];
  /** Whether parts of it are not known yet. */
  readonly isUnknown: boolean;
}

/** Every role asks for the same few actions of a key. */
const policiesOf = rememberingFor((graph: Graph) =>
  rememberingFor((key: Node) =>
    remembering((action): readonly KeyPolicy[] =>
      [key, ...graph.pointingTo(key, "keyId", KEY_POLICY)]
        .filter((holder) => holder.properties.get("policy").state !== "unset")
        .map((holder) => {
          const document = documentOf(holder.properties.get("policy"), "policy");
          const statements = allowing(document).filter((statement) => covers(statement, action));
          return { holder, statements, isUnknown: unknownParts(document).length > 0 };
        }),
    ),
  ),
);

function sideOf(graph: Graph, role: Node, holder: Node, statement: Statement): readonly Side[] {
  const principals = statement.principals.values;
  const isNamed = principals.some(
    (written) => principalOf(written).kind === "named" && rolesNamed(graph, written.value).includes(role),
  );
  if (isNamed) return ["named"];
  if (statement.principals.unknown.length > 0) {
    const behind = holder.references("policy").filter(({ type }) => type === ROLE);
    if (behind.length === 0) return ["unknown"];
    if (behind.includes(role)) return ["named"];
  }
  const isWhole = principals.some((written) => ["account", "anyone"].includes(principalOf(written).kind));
  return isWhole && keepsIn(graph, role, holder, statement) ? ["account"] : [];
}

/** Whether the conditions on who calls hold for a role. */
function keepsIn(graph: Graph, role: Node, holder: Node, statement: Statement): boolean {
  return statement.conditions.every((condition) => {
    const key = condition.key.toLowerCase();
    if (key === "aws:principalarn") return rolesLetIn(graph, holder, "policy", statement).includes(role);
    return key !== PRINCIPAL_TEAM || condition.values.values.some(({ value }) => value === teamOf(role));
  });
}

function byGrants(graph: Graph, role: Node, key: Node): readonly Side[] {
  const isGrantee = graph.pointingTo(key, "keyId", GRANT).some((grant) => {
    const grantee = grant.properties.get("granteePrincipal");
    const named = grantee.state === "known" ? rolesNamed(graph, String(grantee.value)) : [];
    return [...named, ...grant.references("granteePrincipal")].includes(role);
  });
  return isGrantee ? ["named"] : [];
}

function byOwnPolicies(graph: Graph, role: Node, key: Node, action: string): KeyPermission {
  const permissions = permissionsOf(graph, role);
  if (permissions === undefined || permissions.extent === "elsewhere") return "may";
  if (grantsFor(permissions, action).some((grant) => isForKey(graph, grant, key))) return "may";
  return permissions.extent === "unknown" ? "unknown" : "may-not";
}

/** Whether a statement of a role is for a key: by its ARN, or by an alias that narrows a wildcard. */
function isForKey(graph: Graph, { owned, statement }: Grant, key: Node): boolean {
  const byAlias = statement.conditions.filter(
    (condition) => condition.key.toLowerCase() === "kms:resourcealiases",
  );
  const isAliased = byAlias.every(
    ({ values }) =>
      values.unknown.length > 0 || values.values.some(({ value }) => keysByAlias(graph, value).includes(key)),
  );
  if (!isAliased) return false;
  const isReferred = graph.byUrn(owned.subject.urn)?.references(owned.property).includes(key) === true;
  return (
    statement.notResources.present ||
    statement.resources.values.some(
      ({ value }) =>
        namesEverything(value) ||
        /^key\/[*?]+$/.test(parseArn(value)?.resource ?? "") ||
        graph.identifiedBy(value, ...KEYS).includes(key) ||
        (isReferred && graph.identifiedBy(value, ...KEYS).length === 0),
    )
  );
}
