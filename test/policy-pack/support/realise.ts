import type { RawResource } from "../../../policy-pack/contract/subject";
import { type Declared, isReference, type Reference, urnOf } from "./resources";

/** What stands for an output that only AWS could know: Pulumi's own sentinel, which reads of a proxy throw at. */
export const UNKNOWN_SENTINEL = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** `known`: as after `up`, every reference has its value. `unknown`: as in a first preview, none has. */
export type Mode = "known" | "unknown";

/** The resources as the engine would hand them to a pack, with the edges of their references. */
export function realise(declared: readonly Declared[], mode: Mode): readonly RawResource[] {
  return declared.map((one) => {
    const edges: Record<string, string[]> = {};
    const props: Record<string, unknown> = {};
    for (const [input, value] of Object.entries(one.props)) {
      const references = referencesIn(value);
      if (references.length > 0) edges[input] = [...new Set(references.map((r) => urnOf(r.reference)))];
      props[input] = resolve(value, mode);
    }
    return {
      urn: urnOf(one),
      type: one.type,
      name: one.name,
      props: mode === "known" ? { ...outputsOf(one), ...props } : props,
      options: one.more.options ?? {},
      propertyDependencies: edges,
      ...(one.more.provider === undefined ? {} : { provider: one.more.provider }),
      ...(one.more.parent === undefined ? {} : { parent: one.more.parent }),
    };
  });
}

function outputsOf(declared: Declared): Record<string, unknown> {
  return {
    id: outputOf({ reference: declared, output: "id" }),
    arn: outputOf({ reference: declared, output: "arn" }),
  };
}

/** An output that the resource was given is that; others are made up from its name. */
function outputOf({ reference, output }: Reference): unknown {
  const own = reference.props[output];
  if (own !== undefined && !isReference(own)) return own;
  const short = reference.type.split("/").at(-1) ?? "";
  return output === "arn"
    ? `arn:aws:test:eu-central-1:222222222222:${short}/${reference.name}`
    : `${short}-${reference.name}-${output}`;
}

function resolve(value: unknown, mode: Mode): unknown {
  if (isReference(value)) return mode === "known" ? outputOf(value) : UNKNOWN_SENTINEL;
  if (Array.isArray(value)) return value.map((one) => resolve(one, mode));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolve(one, mode)]));
}

function referencesIn(value: unknown): readonly Reference[] {
  if (isReference(value)) return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(referencesIn);
}
