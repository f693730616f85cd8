import type { RawResource } from "../../../../policy-pack/contract/subject";
import { type Edit, type Mutant, mutantOf } from "../mutant";
import type { RealGraph } from "../real-graphs";
import { FOREIGN_ACCOUNT } from "./policy-documents";

const FOREIGN_REGION = "us-east-1";

/** The resource taken out of the graph; edges that led to it lead nowhere. */
export function removedWhole(graph: RealGraph, resource: RawResource): Mutant {
  return { ...own(graph, resource, "(resource)", "removed"), changed: [], gone: [resource.urn] };
}

/** The resource in another region, in a foreign account, and left to whatever provider is the default. */
export function elsewhere(graph: RealGraph, resource: RawResource): Mutant[] {
  const { provider, ...withoutProvider } = resource;
  if (provider === undefined) return [];
  const inRegion: Edit = {
    path: ["region"],
    kind: "moved out of the allowed regions",
    value: FOREIGN_REGION,
  };
  const providerWith = (props: Record<string, unknown>) => ({
    ...resource,
    provider: { ...provider, props: { ...provider.props, ...props } },
  });
  const mutants = (changed: RawResource, kind: string): Mutant => ({
    ...own(graph, resource, "(provider)", kind),
    changed: [changed],
  });
  return [
    mutantOf({ graph, resource }, inRegion),
    mutants(providerWith({ region: FOREIGN_REGION }), "moved out of the allowed regions"),
    mutants(providerWith({ allowedAccountIds: JSON.stringify([FOREIGN_ACCOUNT]) }), "in a foreign account"),
    mutants(providerWith({ allowedAccountIds: undefined }), "without allowed accounts"),
    mutants(withoutProvider, "left to the default"),
  ];
}

/** Options that protect, taken away; and every input that is set, hidden from later updates. */
export function options(graph: RealGraph, resource: RawResource, inputs: readonly string[]): Mutant[] {
  const withOptions = (changes: RawResource["options"], property: string, kind: string): Mutant => ({
    ...own(graph, resource, property, kind),
    changed: [{ ...resource, options: { ...resource.options, ...changes } }],
  });
  const unprotected =
    resource.options.protect === true
      ? [withOptions({ protect: false }, "(options).protect", "flipped")]
      : [];
  const ignored = inputs.map((input) =>
    withOptions(
      { ignoreChanges: [...(resource.options.ignoreChanges ?? []), input] },
      `(options).ignoreChanges › ${input}`,
      "hidden",
    ),
  );
  return [...unprotected, ...ignored];
}

function own(graph: RealGraph, resource: RawResource, property: string, kind: string): Mutant {
  const { urn, type } = resource;
  return { stack: graph.stack, urn, type, property, kind, changed: [resource], gone: [] };
}
