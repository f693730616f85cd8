import type { Subject, Value } from "../../core";
import { coversWorld } from "../../network/world";
import { isAnywhere } from "./suricata";

const VARIABLES = "ruleGroup.ruleVariables.ipSets";

/**
 * Whether what a rule passes to is no place in particular: anywhere, or addresses that are together as good as that, by
 * themselves, in a list, or behind a variable of the rule group.
 * https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html
 */
export function isWide(group: Subject, ...destinations: readonly string[]): boolean {
  const parts = destinations.flatMap(partsOf);
  if (parts.some(isAnywhere)) return true;
  const variables = variablesOf(group);
  return coversWorld(parts.flatMap((part) => (part.startsWith("$") ? (variables.get(part) ?? []) : [part])));
}

/** A list is written as `[10.0.0.0/8, 192.0.2.0/24]`; a part that is taken out of it begins with `!`. */
const partsOf = (destination: string): readonly string[] =>
  /^\s*\[/.test(destination)
    ? destination
        .replace(/[[\]]/g, "")
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== "" && !part.startsWith("!"))
    : [destination.trim()];

/** The addresses of each variable, by its name in rules. `$HOME_NET` is the VPC unless the group says otherwise. */
function variablesOf(group: Subject): ReadonlyMap<string, readonly string[]> {
  const sets = group.properties.list(VARIABLES);
  if (sets.state !== "known") return new Map();
  return new Map(
    sets.value.flatMap(({ properties }): readonly (readonly [string, readonly string[]])[] => {
      const key = properties.get("key");
      const definitions = properties.list("ipSet.definitions");
      if (key.state !== "known" || definitions.state !== "known") return [];
      return [[`$${String(key.value)}`, definitions.value.flatMap(({ value }) => textOf(value))]];
    }),
  );
}

const textOf = (value: Value): readonly string[] => (value.state === "known" ? [String(value.value)] : []);
