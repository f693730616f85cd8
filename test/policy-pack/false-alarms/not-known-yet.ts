import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import type { RawResource } from "../../../policy-pack/contract/subject";

/** What another stack tells, and a preview does not know as long as that stack is not up. */
const ELSEWHERE: RawResource = {
  urn: "urn:pulumi:prod::mlplatform::pulumi:pulumi:StackReference::elsewhere",
  type: "pulumi:pulumi:StackReference",
  name: "elsewhere",
  options: {},
  props: {},
};

/** Inputs that programs write down: kinds, names that others are told by, and the whole of what Batch runs on. */
const WRITTEN_DOWN = new Set([
  "computeResources",
  "isOrganizationTrail",
  "loadBalancerType",
  "name",
  "policyId",
  "region",
  "scope",
  "targetId",
  "type",
]);

/**
 * The same program where every seventh of its inputs comes from another stack and is not known yet, in seven versions
 * that together leave out every input.
 */
export function versionsNotKnownYet(resources: readonly RawResource[]): readonly RawResource[][] {
  const places = resources
    .filter(({ type }) => type.startsWith("aws:"))
    .flatMap(({ urn, props }) => Object.keys(props).map((input) => ({ urn, input })))
    .filter(({ input }) => !WRITTEN_DOWN.has(input));
  return [0, 1, 2, 3, 4, 5, 6].map((version) => {
    const hidden = places.filter((_, i) => i % 7 === version);
    return [
      ELSEWHERE,
      ...resources.map((resource) =>
        hidden
          .filter(({ urn }) => urn === resource.urn)
          .reduce((one, { input }) => comingFromElsewhere(one, input), resource),
      ),
    ];
  });
}

function comingFromElsewhere(resource: RawResource, input: string): RawResource {
  const edges = resource.propertyDependencies ?? {};
  return {
    ...resource,
    props: { ...resource.props, [input]: unknownValue },
    propertyDependencies: { ...edges, [input]: [...(edges[input] ?? []), ELSEWHERE.urn] },
  };
}
