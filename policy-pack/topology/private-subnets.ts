import type { Finding } from "../contract/control";
import type { Graph, Node } from "../contract/subject";
import { deferred, violation } from "../core/findings";
import { pointedAtFrom } from "../core/inner-references";
import { hasUnknownRoute, internetRoute } from "./internet-route";

/**
 * A violation for each subnet of the stack that a property names and that has a way straight to the internet. A
 * subnet of another stack is judged there.
 */
export function mustBeInPrivateSubnets(
  graph: Graph,
  node: Node,
  input: string,
  property: string = input,
): readonly Finding[] {
  return pointedAtFrom(
    graph,
    node,
    [input],
    "aws:ec2/subnet:Subnet",
    "aws:ec2/defaultSubnet:DefaultSubnet",
  ).flatMap((subnet): readonly Finding[] => {
    const required = "a private subnet, with no route to an internet gateway";
    if (subnet.type.includes("defaultSubnet")) {
      return [violation(node, property, `the default subnet ${subnet.name}`, required)];
    }
    const path = internetRoute(graph, subnet);
    if (path === undefined) return hasUnknownRoute(graph, subnet) ? [deferred(node, property)] : [];
    return [
      violation(node, property, `subnet ${subnet.name}, which routes to the internet`, required, {
        path: [node.name, ...path],
      }),
    ];
  });
}
