import type { Graph, Node } from "../contract/subject";
import type { Value } from "../contract/value";

/** A managed policy that is attached to a role, user, group or permission set, where its ARN is known. */
export interface AttachedPolicy {
  readonly node: Node;
  readonly property: string;
  readonly arn: string;
}

/** Types that attach managed policies, and the property that names them. */
export const ATTACHMENTS: Readonly<Record<string, string>> = {
  "aws:iam/role:Role": "managedPolicyArns",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "policyArn",
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": "policyArns",
  "aws:iam/policyAttachment:PolicyAttachment": "policyArn",
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": "policyArn",
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": "policyArn",
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": "policyArns",
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": "policyArns",
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": "managedPolicyArn",
  "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive": "managedPolicyArns",
};

/** Every attached policy whose ARN is known. */
export function attachedPolicies(graph: Graph): readonly AttachedPolicy[] {
  return Object.entries(ATTACHMENTS).flatMap(([type, property]) =>
    graph.byType(type).flatMap((node) => attachedAt(node, property)),
  );
}

/**
 * Attachments whose policy cannot be told yet. One that comes from a policy of the same program can: its document is
 * judged itself.
 */
export function unknownAttachments(graph: Graph): readonly Omit<AttachedPolicy, "arn">[] {
  return Object.entries(ATTACHMENTS).flatMap(([type, property]) =>
    graph
      .byType(type)
      .filter((node) => holdsUnknown(node, property))
      .filter((node) => !node.references(property).some((from) => from.type === "aws:iam/policy:Policy"))
      .map((node) => ({ node, property })),
  );
}

function holdsUnknown(node: Node, property: string): boolean {
  if (node.properties.get(property).state === "unknown") return true;
  const list = node.properties.list(property);
  return list.state === "known" && list.value.some(({ value }) => value.state === "unknown");
}

function attachedAt(node: Node, property: string): readonly AttachedPolicy[] {
  const list = node.properties.list(property);
  if (list.state === "known") return list.value.flatMap(({ path, value }) => withText(node, path, value));
  return withText(node, property, node.properties.get(property));
}

function withText(node: Node, property: string, value: Value): readonly AttachedPolicy[] {
  return value.state === "known" && typeof value.value === "string"
    ? [{ node, property, arn: value.value }]
    : [];
}
