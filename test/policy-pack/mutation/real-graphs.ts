import { packInput } from "../../../cli/check/pack-input";
import type { RawResource } from "../../../policy-pack/contract/subject";
import { recordStack } from "../../stacks/support/record-stack";

/** The stacks whose graphs are broken, each as the example files describe it; the strictest first. */
export const STACKS = ["prod", "org", "staging", "dev"] as const;

/** What a text in a property may stand for: a resource, by one of its outputs. */
export interface Identity {
  readonly urn: string;
  readonly type: string;
  /** The output that holds the text: `arn`, `id`, `bucket`. */
  readonly output: string;
  readonly owner: string;
}

/** All resources of one stack as the policy pack is given them, and what is needed to re-point their references. */
export interface RealGraph {
  readonly stack: string;
  readonly resources: readonly RawResource[];
  /** Outputs that identify a resource, by their text. */
  readonly identities: ReadonlyMap<string, Identity>;
  /** The team that a resource belongs to, or `core`. */
  readonly ownerOf: (urn: string) => string;
  readonly outputOf: (urn: string, output: string) => unknown;
}

const IDENTIFYING = ["arn", "id", "bucket", "name", "keyId"];

export async function realGraph(stack: string): Promise<RealGraph> {
  const { resources: recorded } = await recordStack(stack);
  const byUrn = new Map(recorded.map((resource) => [resource.urn, resource]));
  const ownerOf = (urn: string): string => {
    const resource = byUrn.get(urn);
    if (resource === undefined) return "core";
    if (resource.type === "mlplatform:team-workspace:TeamWorkspace") return resource.name;
    return ownerOf(resource.parent ?? "");
  };

  const identities = new Map<string, Identity>();
  for (const { urn, type, custom, outputs } of recorded) {
    if (!custom || !type.startsWith("aws:")) continue;
    for (const output of IDENTIFYING) {
      const text = outputs[output];
      const isNew = typeof text === "string" && text.length > 3 && !identities.has(text);
      if (isNew) identities.set(text, { urn, type, output, owner: ownerOf(urn) });
    }
  }
  const resources = packInput(recorded);
  return {
    stack,
    resources,
    identities,
    ownerOf,
    outputOf: (urn, output) => (output === "id" ? byUrn.get(urn)?.id : byUrn.get(urn)?.outputs[output]),
  };
}
