import type { Graph, Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { rememberingFor } from "../../core/remembering";
import { ROLE } from "../../core/resource-types";
import { parseArn } from "../../iam/arn";
import { covers } from "../../iam/covers";
import { allowing, documentOf } from "../../iam/document";
import { identityDocuments, type OwnedDocument } from "../../iam/identity-documents";
import type { Statement } from "../../iam/statement";

const POLICY = "aws:iam/policy:Policy";
const ATTACHMENTS: Readonly<Record<string, { readonly roles: string; readonly policies: string }>> = {
  "aws:iam/policyAttachment:PolicyAttachment": { roles: "roles", policies: "policyArn" },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { roles: "role", policies: "policyArn" },
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": {
    roles: "roleName",
    policies: "policyArns",
  },
};

/** Whoever holds grants: a role with every document that is attached to it, or a document that no role here has. */
export interface GrantHolder {
  readonly node: Node;
  readonly documents: readonly OwnedDocument[];
  /** What its permissions boundary allows at most; undefined where it has none of this stack. */
  readonly boundary?: readonly Statement[];
}

/** A statement that allows, and the document that it stands in. */
export interface Grant {
  readonly owned: OwnedDocument;
  readonly statement: Statement;
}

/** Everyone who is granted something in a stack, with all that they are granted together. */
export const grantHolders = rememberingFor((graph: Graph): readonly GrantHolder[] => {
  const byRole = new Map<Node, OwnedDocument[]>();
  const alone: GrantHolder[] = [];
  for (const owned of identityDocuments(graph)) {
    const node = graph.byUrn(owned.subject.urn);
    if (node === undefined) continue;
    const roles = rolesWith(graph, node);
    if (roles.length === 0) alone.push({ node, documents: [owned] });
    for (const role of roles) byRole.set(role, [...(byRole.get(role) ?? []), owned]);
  }
  const roles = [...byRole].map(([node, documents]) => ({ node, documents, ...boundaryOf(graph, node) }));
  return [...roles, ...alone];
});

function rolesWith(graph: Graph, holder: Node): readonly Node[] {
  if (holder.type === ROLE) return [holder];
  if (holder.type !== POLICY) return pointedAtFrom(graph, holder, ["role"], ROLE);
  const attached = graph
    .byType(...Object.keys(ATTACHMENTS))
    .filter((each) => policiesAt(graph, each, ATTACHMENTS[each.type]?.policies ?? "").includes(holder))
    .flatMap((each) => pointedAtFrom(graph, each, [ATTACHMENTS[each.type]?.roles ?? ""], ROLE));
  const inline = graph
    .byType(ROLE)
    .filter((role) => policiesAt(graph, role, "managedPolicyArns").includes(holder));
  return [...new Set([...attached, ...inline])];
}

/** The policies of the stack that an input names, by reference, by ARN, or by the name at the end of one. */
function policiesAt(graph: Graph, node: Node, input: string): readonly Node[] {
  const list = node.properties.list(input);
  const values = list.state === "known" ? list.value.map(({ value }) => value) : [node.properties.get(input)];
  const named = values.flatMap((value) => {
    const resource = value.state === "known" ? parseArn(String(value.value))?.resource : undefined;
    const name = /^policy\/(?:.*\/)?([^/]+)$/.exec(resource ?? "")?.[1];
    return name === undefined ? [] : graph.identifiedBy(name, POLICY);
  });
  return [...new Set([...pointedAtFrom(graph, node, [input], POLICY), ...named])];
}

function boundaryOf(graph: Graph, role: Node): Pick<GrantHolder, "boundary"> {
  const [policy] = policiesAt(graph, role, "permissionsBoundary");
  const document = policy === undefined ? undefined : documentOf(policy.properties.get("policy"), "policy");
  // A boundary that is not known yet may allow anything.
  return document?.state === "read" && document.unknown.length === 0 ? { boundary: allowing(document) } : {};
}

/** The grants of an action that nothing takes back as a whole: neither a Deny for everything nor the boundary. */
export function grantsOf(holder: GrantHolder, action: string): readonly Grant[] {
  const grants = grantsFor(holder, action);
  // Hundreds of actions are asked for, and most are granted by nothing.
  if (grants.length === 0) return [];
  if (holder.boundary !== undefined && !holder.boundary.some((statement) => covers(statement, action)))
    return [];
  const isDenied = holder.documents.some(
    ({ document }) =>
      document.state === "read" && document.statements.some((each) => deniesAll(each, action)),
  );
  return isDenied ? [] : grants;
}

/** The statements of somebody's policies that allow an action, whatever else takes it back. */
export function grantsFor({ documents }: Pick<GrantHolder, "documents">, action: string): readonly Grant[] {
  return documents.flatMap((owned) =>
    allowing(owned.document)
      .filter((statement) => covers(statement, action))
      .map((statement) => ({ owned, statement })),
  );
}

function deniesAll(statement: Statement, action: string): boolean {
  return (
    statement.effect === "Deny" &&
    statement.conditions.length + statement.unknownConditions.length === 0 &&
    statement.resources.values.some(({ value }) => value === "*") &&
    covers(statement, action)
  );
}
