import type { RawResource } from "../contract/subject";
import { parseUrn } from "../core/urn";
import type { EngineEvent, SteppedResource } from "./engine-event";

/** A resource that the engine took a step on: its identity and its provider, without its properties. */
export interface EngineResource extends Pick<RawResource, "urn" | "type" | "name" | "parent" | "provider"> {
  /** True when a provider manages it, false for a component. */
  readonly custom: boolean;
}

/** What the engine registers for itself; an offline recording does not have it. */
const OWN: readonly string[] = ["pulumi:pulumi:Stack", "pulumi:providers:pulumi"];

/** The resources that a run of the engine left in place, each once. */
export function engineResources(events: readonly EngineEvent[]): readonly EngineResource[] {
  const stepped = new Map<string, SteppedResource>();
  for (const { resourcePreEvent, resOutputsEvent } of events) {
    const resource = (resOutputsEvent ?? resourcePreEvent)?.metadata.new ?? undefined;
    if (resource !== undefined && !OWN.includes(resource.type)) stepped.set(resource.urn, resource);
  }
  return [...stepped.values()].map((resource) => engineResource(resource, stepped));
}

function engineResource(
  { urn, type, custom, parent, provider }: SteppedResource,
  all: ReadonlyMap<string, SteppedResource>,
): EngineResource {
  const own = all.get(provider?.split("::").slice(0, -1).join("::") ?? "");
  const name = parseUrn(urn)?.name ?? urn;
  return {
    urn,
    type,
    name,
    custom: custom ?? false,
    ...(all.has(parent ?? "") ? { parent } : {}),
    ...(own === undefined
      ? {}
      : { provider: { type: own.type, name: parseUrn(own.urn)?.name ?? "", props: own.inputs ?? {} } }),
  };
}
