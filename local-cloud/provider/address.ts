import type { AnswerContext } from "../answers";
import { FACTS } from "../answers/services";
import { sdkShape } from "../answers/sdk-shape";
import { fill } from "../answers/template";
import type { Place } from "../store/records";
import type { Configuration } from "./configuration";
import type { Properties } from "./values";

/** Where a resource is: types that know no region are global. Its own `region` goes before the provider's. */
export function location(type: string, inputs: Properties, configuration: Configuration): Place {
  if (!sdkShape(type).inputs.has("region")) return { account: configuration.account, region: "global" };
  return {
    account: configuration.account,
    region: typeof inputs.region === "string" ? inputs.region : configuration.region,
  };
}

/** Where a resource's key must be unique: bucket names in all of AWS, everything else where it is. */
export function uniquenessPlace(type: string, place: Place): Place {
  return FACTS[type]?.unique === "global" ? { account: "global", region: "global" } : place;
}

/** What must be unique of something that exists: its name, where AWS's ids don't hold it; otherwise the id. */
export function uniqueKey(type: string, inputs: Properties, id: string): string {
  const facts = FACTS[type];
  const named = facts?.unique !== undefined && hasGeneratedParts(facts.id) && typeof inputs.name === "string";
  return named ? String(inputs.name) : id;
}

/** The key that the inputs alone will lead to; undefined where AWS chooses it, so that two cannot be the same. */
export function foreseeableKey(type: string, inputs: Properties, context: AnswerContext): string | undefined {
  const facts = FACTS[type];
  if (facts === undefined) return fill("{name}", { inputs, context });
  if (!hasGeneratedParts(facts.id)) return fill(facts.id, { inputs, context });
  return facts.unique !== undefined && typeof inputs.name === "string" ? inputs.name : undefined;
}

function hasGeneratedParts(template: string): boolean {
  return /\{(?:hex|digits|lower|upper|uuid)/.test(template);
}
