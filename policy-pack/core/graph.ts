import type { Graph, Node, RawResource } from "../contract/subject";
import { identifiersOf, indexBy, textsAt } from "./graph-index";
import { firstStep } from "./path";
import { remembering } from "./remembering";
import { subjectOf } from "./subject";

/**
 * The graph of all resources of a stack, with the edges that hold while ids are still unknown. What points where is
 * looked up in indexes that are made when they are first needed, so that judging stays linear in the resources.
 */
export function graphOf(resources: readonly RawResource[]): Graph {
  const raws = new Map(resources.map((raw) => [raw.urn, raw]));
  const nodes: ReadonlyMap<string, Node> = new Map(
    resources.map((raw) => [
      raw.urn,
      {
        ...subjectOf(raw),
        references: (property) => targetsOf(raw, property).flatMap((urn) => nodes.get(urn) ?? []),
      },
    ]),
  );

  const all = [...nodes.values()];
  const byType = indexBy(all, (node) => [node.type]);
  const ofType = (type: string) => byType.get(type) ?? [];
  const identifiers = remembering((type) => indexBy(ofType(type), identifiersOf));
  const incoming = remembering((property) =>
    remembering((type) => ({
      byEdge: indexBy(ofType(type), (node) => targetsOf(raws.get(node.urn), property)),
      byText: indexBy(ofType(type), (node) => textsAt(node, property)),
    })),
  );

  return {
    nodes: all,
    byType: (...types) => types.flatMap(ofType),
    byUrn: (urn) => nodes.get(urn),
    identifiedBy: (text, ...types) =>
      types.flatMap((type) => (byType.has(type) ? (identifiers(type).get(text) ?? []) : [])),
    pointingTo: (target, property, ...types) =>
      types.flatMap((type) => {
        if (!byType.has(type)) return [];
        const { byEdge, byText } = incoming(property)(type);
        const named = identifiersOf(target).flatMap((identifier) => byText.get(identifier) ?? []);
        return [...new Set([...(byEdge.get(target.urn) ?? []), ...named])];
      }),
  };
}

/** The URNs that a property's value came from. */
function targetsOf(raw: RawResource | undefined, property: string): readonly string[] {
  const edges = raw?.propertyDependencies ?? {};
  const input = firstStep(property);
  return Object.hasOwn(edges, input) ? (edges[input] ?? []) : [];
}

/** Whether a property of a node points to a resource: by an edge, or by an equal id, ARN or name. */
export function pointsTo(node: Node, property: string, target: Node): boolean {
  if (node.references(property).some((other) => other.urn === target.urn)) return true;
  const texts = textsAt(node, property);
  return texts.length > 0 && identifiersOf(target).some((identifier) => texts.includes(identifier));
}
