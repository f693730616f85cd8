import { known, UNSET, type Value } from "../contract/value";
import type { Properties } from "../contract/subject";
import { remembering } from "./remembering";

/**
 * Reads a provider's input. Those that are not strings travel as JSON in a string, so that `allowedAccountIds` may
 * be a list or the text of one. Text that is no JSON is returned as it is.
 */
export function providerInput(provider: Properties | undefined, name: string): Value {
  const value = provider?.get(name) ?? UNSET;
  if (value.state !== "known") return value;
  return known(typeof value.value === "string" ? parsed(value.value) : value.value);
}

const parsed = remembering((text): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
});
