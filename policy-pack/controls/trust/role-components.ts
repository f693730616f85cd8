import type { Graph, Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { rememberingFor } from "../../core/remembering";
import { ROLE, STACK } from "../../core/resource-types";

/**
 * The role that a policy is declared with and not attached to: that of a component which holds one role, what belongs to
 * it, and nothing else. A component that holds more may give its users' roles something.
 */
export function roleDeclaredWith(graph: Graph, policy: Node): Node | undefined {
  const own = policy.parent === undefined ? undefined : rolesOfComponents(graph).get(policy.parent);
  const attached = pointedAtFrom(graph, policy, ["role"], ROLE);
  return own === undefined || attached.length === 0 || attached.includes(own) ? undefined : own;
}

/** The components that hold one role and nothing else than IAM's, by URN. */
const rolesOfComponents = rememberingFor((graph: Graph): ReadonlyMap<string, Node> => {
  const children = new Map<string, Node[]>();
  for (const node of graph.nodes) {
    if (node.parent === undefined || graph.byUrn(node.parent)?.type === STACK) continue;
    const siblings = children.get(node.parent);
    if (siblings === undefined) children.set(node.parent, [node]);
    else siblings.push(node);
  }
  const roles = [...children].flatMap(([urn, nodes]): [string, Node][] => {
    const [role, ...others] = nodes.filter(({ type }) => type === ROLE);
    const isAlone = role !== undefined && others.length === 0;
    return isAlone && nodes.every(({ type }) => type.startsWith("aws:iam/")) ? [[urn, role]] : [];
  });
  return new Map(roles);
});
