import type { RawResource } from "../../policy-pack/contract/subject";
import type { RecordedResource } from "../../local-cloud/recording";

/** Recorded resources as the policy pack takes them: what the engine would hand to it. */
export function packInput(resources: readonly RecordedResource[]): RawResource[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return resources.map((resource) => {
    const provider = resource.provider === undefined ? undefined : byUrn.get(resource.provider.urn);
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
      propertyDependencies: resource.propertyDependencies,
    };
  });
}
