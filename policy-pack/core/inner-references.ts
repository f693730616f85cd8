import type { Graph, Node } from "../contract/subject";
import { textsInside } from "./graph-index";

/**
 * The resources of some types that a node's inputs point to from anywhere inside: by an edge, or by an id, ARN or
 * name that equals a string in there. For inputs such as `computeResources` that hold subnets, groups and roles.
 */
export function pointedAtFrom(
  graph: Graph,
  node: Node,
  inputs: readonly string[],
  ...types: readonly string[]
): readonly Node[] {
  const byEdge = inputs
    .flatMap((input) => node.references(input))
    .filter((other) => types.includes(other.type));
  const byText = inputs
    .flatMap((input) => textsInside(node, input))
    .flatMap((text) => graph.identifiedBy(text, ...types));
  return [...new Set([...byEdge, ...byText])];
}
