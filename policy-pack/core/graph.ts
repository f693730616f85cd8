import type { Graph, Node, RawResource } from "../contract/subject";
import type { Value } from "../contract/value";
import { firstStep } from "./path";
import { subjectOf } from "./subject";

/** What a value may name a resource by. A name alone is compared too: `bucket: "ml-data"` points to that bucket. */
const IDENTIFIERS = ["id", "arn", "bucket", "name", "keyId"];

/** The graph of all resources of a stack, with the edges that hold while ids are still unknown. */
export function graphOf(resources: readonly RawResource[]): Graph {
  const nodes = new Map<string, Node>();
  const edges = new Map(resources.map((raw) => [raw.urn, raw.propertyDependencies ?? {}]));
  const references = (urn: string, property: string): readonly Node[] => {
    const own = edges.get(urn) ?? {};
    const input = firstStep(property);
    const targets = Object.hasOwn(own, input) ? (own[input] ?? []) : [];
    return targets.flatMap((target) => nodes.get(target) ?? []);
  };
  for (const raw of resources) {
    nodes.set(raw.urn, {
      ...subjectOf(raw),
      references: (property) => references(raw.urn, property),
    });
  }
  const byType = groupByType([...nodes.values()]);
  const ofTypes = (types: readonly string[]) => types.flatMap((type) => byType.get(type) ?? []);
  return {
    nodes: [...nodes.values()],
    byType: (...types) => ofTypes(types),
    byUrn: (urn) => nodes.get(urn),
    pointingTo: (target, property, ...types) =>
      ofTypes(types).filter((node) => pointsTo(node, property, target)),
  };
}

function groupByType(nodes: readonly Node[]): ReadonlyMap<string, readonly Node[]> {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    const group = groups.get(node.type);
    if (group === undefined) groups.set(node.type, [node]);
    else group.push(node);
  }
  return groups;
}

/** Whether a property of a node points to a resource: by an edge, or by an equal id, ARN or name. */
export function pointsTo(node: Node, property: string, target: Node): boolean {
  if (node.references(property).some((other) => other.urn === target.urn)) return true;
  const texts = textsOf(node, property);
  return texts.length > 0 && identifiersOf(target).some((identifier) => texts.includes(identifier));
}

/** The strings at a property: itself, or its elements when it is a list. */
function textsOf(node: Node, property: string): readonly string[] {
  const texts = (value: Value) =>
    value.state === "known" && typeof value.value === "string" ? [value.value] : [];
  const list = node.properties.list(property);
  if (list.state === "known") return list.value.flatMap((element) => texts(element.value));
  return texts(node.properties.get(property));
}

function identifiersOf(target: Node): readonly string[] {
  return IDENTIFIERS.flatMap((name) => {
    const value = target.properties.get(name);
    return value.state === "known" && typeof value.value === "string" && value.value !== ""
      ? [value.value]
      : [];
  });
}
