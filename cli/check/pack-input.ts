import type { RawResource } from "../../policy-pack/contract/subject";
import type { RecordedResource } from "../../local-cloud/recording";

/** A resource that two views of a stack show alike is one to the pack too, which then judges it once. */
const MADE = new WeakMap<RecordedResource, RawResource>();

/** Recorded resources as the policy pack takes them: what the engine would hand to it. */
export function packInput(resources: readonly RecordedResource[]): RawResource[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return resources.map((resource) => {
    const provider = resource.provider === undefined ? undefined : byUrn.get(resource.provider.urn);
    const known = MADE.get(resource);
    if (known !== undefined && known.provider?.props === provider?.inputs) return known;
    const raw = rawResource(resource, provider);
    MADE.set(resource, raw);
    return raw;
  });
}

function rawResource(resource: RecordedResource, provider: RecordedResource | undefined): RawResource {
  return {
    urn: resource.urn,
    type: resource.type,
    name: resource.name,
    props: resource.inputs,
    options: resource.options,
    ...(provider === undefined
      ? {}
      : { provider: { type: provider.type, name: provider.name, props: provider.inputs } }),
    ...(resource.parent === undefined ? {} : { parent: resource.parent }),
    identity: identityOf(resource),
    propertyDependencies: resource.propertyDependencies,
  };
}

/** What AWS would have called it, which an engine tells of what is deployed. */
function identityOf({ id, outputs }: RecordedResource): readonly string[] {
  const arn = outputs["arn"];
  return [id, arn].filter((text): text is string => typeof text === "string" && text !== "");
}
