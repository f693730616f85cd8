import type { Graph, Node } from "../../core";
import { rememberingFor } from "../../core/remembering";
import { ROLE } from "../../core/resource-types";
import { type GrantHolder, grantHolders } from "./grant-holders";

const POLICY = "aws:iam/policy:Policy";

/** Whom a resource gives a policy: the input that names the identity, and the identity's type. */
interface Giving {
  readonly input: string;
  readonly to: string;
}

const GROUP = "aws:iam/group:Group";
const SET = "aws:ssoadmin/permissionSet:PermissionSet";

/** Policies that belong to one identity. */
const INLINE: Readonly<Record<string, Giving>> = {
  "aws:iam/groupPolicy:GroupPolicy": { input: "group", to: GROUP },
  "aws:iam/rolePolicy:RolePolicy": { input: "role", to: ROLE },
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": { input: "permissionSetArn", to: SET },
};

/** What attaches managed policies, and the input with the policy's ARN or name. */
const ATTACHED: Readonly<Record<string, Giving & { readonly policy: string }>> = {
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": { input: "group", to: GROUP, policy: "policyArn" },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { input: "role", to: ROLE, policy: "policyArn" },
  "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment": {
    input: "permissionSetArn",
    to: SET,
    policy: "customerManagedPolicyReference.name",
  },
};

/**
 * Everyone who is granted something, as `grantHolders`, with the documents put together of groups, permission sets and
 * roles that the stack only names.
 */
export const holdersTogether = rememberingFor((graph: Graph): readonly GrantHolder[] => {
  const together = new Map<string, GrantHolder>();
  const others: GrantHolder[] = [];
  for (const holder of grantHolders(graph)) {
    const identities = holder.node.type === ROLE ? [] : identitiesOf(graph, holder.node);
    if (identities.length === 0) others.push(holder);
    for (const identity of identities) {
      const before = together.get(identity);
      const documents = [...(before?.documents ?? []), ...holder.documents];
      together.set(identity, { node: before?.node ?? holder.node, documents });
    }
  }
  return [...others, ...together.values()];
});

/** The identities that have a policy, each by its URN or, where the stack only names it, by its kind and name. */
function identitiesOf(graph: Graph, policy: Node): readonly string[] {
  const own = INLINE[policy.type];
  if (own !== undefined) return identityAt(graph, policy, own);
  if (policy.type !== POLICY) return [];
  return Object.entries(ATTACHED).flatMap(([type, giving]) =>
    graph
      .pointingTo(policy, giving.policy, type)
      .flatMap((attachment) => identityAt(graph, attachment, giving)),
  );
}

function identityAt(graph: Graph, node: Node, { input, to }: Giving): readonly string[] {
  const [referred] = node.references(input).filter(({ type }) => type === to);
  if (referred !== undefined) return [referred.urn];
  const value = node.properties.get(input);
  if (value.state !== "known") return [];
  const text = String(value.value);
  return [graph.identifiedBy(text, to)[0]?.urn ?? `${to} ${text}`];
}
