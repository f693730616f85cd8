import type { Graph, Node } from "../contract/subject";
import { leavesOf } from "./walk";

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
  const candidates = graph.byType(...types);
  const edges = new Set(inputs.flatMap((input) => node.references(input).map((other) => other.urn)));
  const texts = new Set(inputs.flatMap((input) => textsIn(node, input)));
  return candidates.filter(
    (other) => edges.has(other.urn) || identifiersOf(other).some((id) => texts.has(id)),
  );
}

function textsIn(node: Node, input: string): readonly string[] {
  return leavesOf(node.properties.get(input), input).flatMap(({ value }) =>
    value.state === "known" && typeof value.value === "string" ? [value.value] : [],
  );
}

function identifiersOf(node: Node): readonly string[] {
  return ["id", "arn", "name"].flatMap((name) => {
    const value = node.properties.get(name);
    return value.state === "known" && typeof value.value === "string" && value.value !== ""
      ? [value.value]
      : [];
  });
}
