import type { Graph, Node, Subject } from "../contract/subject";
import { pointsTo } from "../core/graph";
import { rememberingFor } from "../core/remembering";
import { ROLE } from "../core/resource-types";
import { ATTACHMENTS } from "./attachments";
import { type PolicyDocument, documentOf } from "./document";

/** A policy document of a resource. */
export interface OwnedDocument {
  readonly subject: Subject;
  readonly property: string;
  readonly document: PolicyDocument;
}

/** Types that grant to identities, and the property that holds the document. */
const HOLDERS: Readonly<Record<string, string>> = {
  "aws:iam/policy:Policy": "policy",
  "aws:iam/rolePolicy:RolePolicy": "policy",
  "aws:iam/userPolicy:UserPolicy": "policy",
  "aws:iam/groupPolicy:GroupPolicy": "policy",
  // What devices may do, whose identities are certificates.
  "aws:iot/policy:Policy": "policy",
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": "inlinePolicy",
};
const MANAGED_POLICY = "aws:iam/policy:Policy";

/**
 * Every document of a stack that grants something to a role, user or group. A managed policy that is only ever a
 * permissions boundary is not among them: it grants nothing, it is the most that others may grant.
 */
export const identityDocuments = rememberingFor(readAll);

function readAll(graph: Graph): readonly OwnedDocument[] {
  const held = graph.byType(...Object.keys(HOLDERS)).filter((node) => !isOnlyBoundary(graph, node));
  return [
    ...held.map((node) => owned(node, HOLDERS[node.type] ?? "policy")),
    ...graph.byType(ROLE).flatMap(inlineDocuments),
  ];
}

function inlineDocuments(role: Node): readonly OwnedDocument[] {
  const policies = role.properties.list("inlinePolicies");
  if (policies.state === "unset") return [];
  if (policies.state === "unknown") {
    return [{ subject: role, property: "inlinePolicies", document: documentOf(policies, "inlinePolicies") }];
  }
  return policies.value.map((element) => {
    const property = `${element.path}.policy`;
    return { subject: role, property, document: documentOf(element.properties.get("policy"), property) };
  });
}

function owned(subject: Subject, property: string): OwnedDocument {
  return { subject, property, document: documentOf(subject.properties.get(property), property) };
}

/** The documents that are the most which a role or user of the stack may do: its permissions boundaries. */
export function boundaryDocuments(graph: Graph): readonly OwnedDocument[] {
  return graph
    .byType(MANAGED_POLICY)
    .filter((policy) => isBoundary(graph, policy))
    .map((policy) => owned(policy, "policy"));
}

function isOnlyBoundary(graph: Graph, node: Node): boolean {
  if (node.type !== MANAGED_POLICY || !isBoundary(graph, node)) return false;
  return !Object.entries(ATTACHMENTS).some(([type, property]) =>
    graph.byType(type).some((holder) => names(holder, property, node)),
  );
}

function isBoundary(graph: Graph, policy: Node): boolean {
  const bounded = graph.byType(ROLE, "aws:iam/user:User");
  return bounded.some((identity) => names(identity, "permissionsBoundary", policy));
}

const names = (holder: Node, property: string, policy: Node): boolean =>
  pointsTo(holder, property, policy) || namedIn(holder, property, policy);

/** Whether a property holds the ARN of a policy by its name, before AWS has told the ARN. */
function namedIn(holder: Node, property: string, policy: Node): boolean {
  const name = policy.properties.get("name");
  if (name.state !== "known" || typeof name.value !== "string") return false;
  const end = `/${name.value}`;
  const list = holder.properties.list(property);
  const values =
    list.state === "known" ? list.value.map((each) => each.value) : [holder.properties.get(property)];
  return values.some((v) => v.state === "known" && typeof v.value === "string" && v.value.endsWith(end));
}
