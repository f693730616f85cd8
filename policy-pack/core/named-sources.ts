import type { Node } from "../contract/subject";
import { identifiersOf } from "./graph-index";
import { leavesOf } from "./walk";

/**
 * Of the resources that an input's value came from, those that it speaks of. An edge says only that a value waited for
 * another: `pulumi.all([a.id, b.id]).apply(([id]) => id)` has edges to both, and is about the first. Where the value is
 * known and names one source, by its id, ARN or name, others of that type do not count whose names are known as well.
 * While any of the value is unknown, all count.
 */
export function sourcesNamed(node: Node, input: string, sources: readonly Node[]): readonly Node[] {
  const leaves = leavesOf(node.properties.get(input), input).map(({ value }) => value);
  if (leaves.some(({ state }) => state !== "known")) return sources;
  const texts = leaves.flatMap((leaf) =>
    leaf.state === "known" && typeof leaf.value === "string" ? [leaf.value] : [],
  );
  const identifiers = new Set(sources.flatMap(identifiersOf));
  const whole = new Set(texts.filter((text) => identifiers.has(text)));
  const longer = texts.filter((text) => !identifiers.has(text));
  const isNamed = (source: Node) =>
    identifiersOf(source).some((id) => whole.has(id) || longer.some((text) => text.includes(id)));
  const named = new Set(sources.filter(isNamed));
  const typesNamed = new Set([...named].map(({ type }) => type));
  return sources.filter(
    (source) => named.has(source) || !typesNamed.has(source.type) || identifiersOf(source).length === 0,
  );
}
