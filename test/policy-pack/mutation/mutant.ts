import type { RawResource } from "../../../policy-pack/contract/subject";
import type { RealGraph } from "./real-graphs";

/** Where something stands within a resource: `["rules", 0, "status"]`. */
export type Path = readonly (string | number)[];

/** One change of one property. */
export interface Edit {
  readonly path: Path;
  /** What is done to it, as a word: `removed`, `flipped`, `widened to *`. Part of the mutant's class. */
  readonly kind: string;
  /** The value that takes the place of the old one; undefined removes the property, or the element of a list. */
  readonly value: unknown;
  /** The resource that the value now comes from. Default: none, where the whole input is replaced or removed. */
  readonly from?: string;
  /** How the class names the property. Default: the path without the positions in lists. */
  readonly property?: string;
}

/** A property as a mutation meets it. */
export interface Site {
  readonly graph: RealGraph;
  readonly resource: RawResource;
  readonly path: Path;
  readonly value: unknown;
}

/** One way of breaking a property. It knows AWS's and Pulumi's conventions, and nothing of any control. */
export type Mutation = (site: Site) => readonly Edit[];

/** One broken graph: the resources that changed, and those that are gone. */
export interface Mutant {
  readonly stack: string;
  readonly urn: string;
  readonly type: string;
  readonly property: string;
  readonly kind: string;
  readonly changed: readonly RawResource[];
  readonly gone: readonly string[];
}

/** What mutants have in common that break the same property of the same type in the same way. */
export const classOf = (mutant: Pick<Mutant, "type" | "property" | "kind">): string =>
  `${mutant.type} | ${mutant.property} | ${mutant.kind}`;

/** A path as a class names it: `rules[].status`. */
export const propertyName = (path: Path): string =>
  path.map((step, i) => (typeof step === "number" ? "[]" : i === 0 ? step : `.${step}`)).join("");

/** A copy of a value with what stands at a path replaced, or removed when `value` is undefined. */
export function replaced(whole: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(whole)) {
    const list = whole as readonly unknown[];
    if (rest.length === 0 && value === undefined) return list.filter((_, i) => i !== step);
    return list.map((one, i) => (i === step ? replaced(one, rest, value) : one));
  }
  const object = { ...(whole as Record<string, unknown>) };
  if (rest.length === 0 && value === undefined) {
    delete object[step];
    return object;
  }
  return { ...object, [step]: replaced(object[step] ?? {}, rest, value) };
}

/** The resource with one edit made, its edges kept in step with its values. */
export function edited(resource: RawResource, { path, value, from }: Edit): RawResource {
  const [input = ""] = path;
  const props = replaced(resource.props, path, value) as RawResource["props"];
  const kept = Object.entries(resource.propertyDependencies ?? {}).filter(([name]) => name in props);
  const edges = Object.fromEntries(kept);
  if (from !== undefined) edges[input] = [from];
  else if (path.length === 1) edges[input] = [];
  return { ...resource, props, propertyDependencies: edges };
}

/** The mutant that an edit makes of a resource. */
export function mutantOf({ graph, resource }: Pick<Site, "graph" | "resource">, edit: Edit): Mutant {
  return {
    stack: graph.stack,
    urn: resource.urn,
    type: resource.type,
    property: edit.property ?? propertyName(edit.path),
    kind: edit.kind,
    changed: [edited(resource, edit)],
    gone: [],
  };
}
