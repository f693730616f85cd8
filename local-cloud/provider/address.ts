import type { AnswerContext } from "../answers";
import type { ResourceFacts } from "../answers/resource-facts";
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

/**
 * What no other of the type and place may have: its name, where AWS's ids don't hold it; an id beneath its
 * parent, where it is unique only there; otherwise the id. Of a type that the table doesn't list nothing is
 * known, so that its URN keeps it apart and nothing is refused.
 */
export function uniqueKey(type: string, urn: string, inputs: Properties, id: string): string {
  const facts = FACTS[type];
  if (facts === undefined) return `${urn} ${id}`;
  if (facts.key !== undefined) return fill(facts.key, { inputs, context: NOWHERE, id });
  return nameKey(facts, inputs) ?? id;
}

/** The key that the inputs alone will lead to; undefined where AWS chooses it, so that two cannot be the same. */
export function foreseeableKey(
  type: string,
  urn: string,
  inputs: Properties,
  context: AnswerContext,
): string | undefined {
  const facts = FACTS[type];
  if (facts === undefined) return undefined;
  if (hasGeneratedParts(facts.id)) return nameKey(facts, inputs);
  return uniqueKey(type, urn, inputs, fill(facts.id, { inputs, context }));
}

/** Whether an id alone is enough to know a resource of the type. */
export function isKnownById(type: string): boolean {
  return FACTS[type]?.key === undefined;
}

/** A key is made of inputs and the id, which need no context. */
const NOWHERE: AnswerContext = { account: "", region: "", partition: "", name: "", unique: "" };

function nameKey(facts: ResourceFacts, inputs: Properties): string | undefined {
  const named = facts.unique !== undefined && hasGeneratedParts(facts.id) && typeof inputs.name === "string";
  return named ? String(inputs.name) : undefined;
}

function hasGeneratedParts(template: string): boolean {
  return /\{(?:hex|digits|lower|upper|uuid)/.test(template);
}
