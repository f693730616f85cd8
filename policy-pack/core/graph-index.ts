import type { Node, Properties } from "../contract/subject";
import type { Value } from "../contract/value";
import { rememberingFor } from "./remembering";
import { leavesOf } from "./walk";

/** Names by which a value may speak of a resource. A name alone counts too: `bucket: "ml-data"` is that bucket. */
const IDENTIFIERS = ["id", "arn", "bucket", "name", "keyId"];

/** The strings that identify a resource, as far as they are known. */
export const identifiersOf = (node: Node): readonly string[] =>
  node.identity === undefined
    ? identifiersIn(node.properties)
    : [...identifiersIn(node.properties), ...node.identity];

/** Two graphs that show a resource alike have its properties in common. */
const identifiersIn = rememberingFor((properties: Properties): readonly string[] =>
  IDENTIFIERS.flatMap((name) => {
    const value = properties.get(name);
    return value.state === "known" && typeof value.value === "string" && value.value !== ""
      ? [value.value]
      : [];
  }),
);

/** The strings at a property: itself, or those of a list's elements. */
export function textsAt(node: Node, property: string): readonly string[] {
  const texts = (value: Value) =>
    value.state === "known" && typeof value.value === "string" ? [value.value] : [];
  const value = node.properties.get(property);
  // Most properties hold a text, and then there is no list to be made.
  if (value.state !== "known" || typeof value.value !== "object") return texts(value);
  const list = node.properties.list(property);
  return list.state === "known" ? list.value.flatMap((element) => texts(element.value)) : [];
}

/** The strings anywhere inside an input. */
export function textsInside(node: Node, input: string): readonly string[] {
  return leavesOf(node.properties.get(input), input).flatMap(({ value }) =>
    value.state === "known" && typeof value.value === "string" ? [value.value] : [],
  );
}

/** Nodes by the keys that a function gives each of them, in the order of the nodes. */
export function indexBy<N extends Node>(
  nodes: readonly N[],
  keysOf: (node: N) => readonly string[],
): ReadonlyMap<string, readonly N[]> {
  const index = new Map<string, N[]>();
  for (const node of nodes) {
    const keys = keysOf(node);
    for (const key of keys.length > 1 ? new Set(keys) : keys) {
      const group = index.get(key);
      if (group === undefined) index.set(key, [node]);
      else group.push(node);
    }
  }
  return index;
}
