import type { Graph, Node, RawResource } from "../contract/subject";
import { identifiersOf, indexBy, textsAt } from "./graph-index";
import { GraphNode } from "./graph-node";
import { remembering } from "./remembering";
import { subjectOf } from "./subject";

const NONE: readonly Node[] = [];

/**
 * The graph of all resources of a stack, with the edges that hold while ids are still unknown. What points where is
 * looked up in indexes that are made when they are first needed, so that judging stays linear in the resources.
 */
export function graphOf(resources: readonly RawResource[]): Graph {
  const nodes = new Map<string, GraphNode>();
  for (const raw of resources) {
    nodes.set(raw.urn, new GraphNode(subjectOf(raw), raw, nodes));
  }

  const all = [...nodes.values()];
  const byType = indexBy(all, (node) => [node.type]);
  const ofType = (type: string) => byType.get(type) ?? NONE;
  const identifiers = remembering((type) => indexBy(ofType(type), identifiersOf));
  const incoming = remembering((property) =>
    remembering((type) => ({
      byEdge: indexBy(byType.get(type) ?? [], (node) => node.targets(property)),
      byText: indexBy(ofType(type), (node) => textsAt(node, property)),
    })),
  );

  return {
    nodes: all,
    byType: (...types) => together(types, ofType),
    byUrn: (urn) => nodes.get(urn),
    identifiedBy: (text, ...types) =>
      together(types, (type) => (byType.has(type) ? (identifiers(type).get(text) ?? NONE) : NONE)),
    pointingTo: (target, property, ...types) =>
      together(types, (type) => {
        if (!byType.has(type)) return NONE;
        const { byEdge, byText } = incoming(property)(type);
        const named =
          byText.size === 0 ? NONE : together(identifiersOf(target), (id) => byText.get(id) ?? NONE);
        const referring = byEdge.get(target.urn) ?? NONE;
        if (named.length === 0) return referring;
        return [...new Set([...referring, ...named])];
      }),
  };
}

/** The nodes that are found for each of some texts. Most find none, and most others one list, which is not copied. */
function together(texts: readonly string[], find: (text: string) => readonly Node[]): readonly Node[] {
  let found = NONE;
  for (const text of texts) {
    const more = find(text);
    if (more.length > 0) found = found.length === 0 ? more : [...found, ...more];
  }
  return found;
}

/** Whether a property of a node points to a resource: by an edge, or by an equal id, ARN or name. */
export function pointsTo(node: Node, property: string, target: Node): boolean {
  if (node.references(property).some((other) => other.urn === target.urn)) return true;
  const texts = textsAt(node, property);
  return texts.length > 0 && identifiersOf(target).some((identifier) => texts.includes(identifier));
}
