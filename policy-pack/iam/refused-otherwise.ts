import type { Field } from "./field";
import { isAnyone } from "./principal";
import type { LimitingKeys, Limit } from "./condition";
import type { Condition, Statement } from "./statement";
import { coversAction, matchesPattern } from "./wildcard";

/** Operators that hold for every value but the named ones, and also when the key is absent. */
const NEGATED =
  /^(stringnotequals|stringnotequalsignorecase|stringnotlike|arnnotequals|arnnotlike)(ifexists)?$/i;

/**
 * Whether one of a document's other statements refuses everyone from outside what a statement allows everyone. So
 * AWS itself writes the policies of private APIs: an Allow for `*`, and a Deny where `aws:SourceVpce` is another.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
export function refusedOtherwise(
  allowing: Statement,
  statements: readonly Statement[],
  keys: LimitingKeys,
): Limit {
  const answers = statements.map((statement) => refuses(statement, allowing, keys));
  if (answers.includes("limits")) return "limits";
  return answers.includes("unknown") ? "unknown" : "open";
}

function refuses(refusing: Statement, allowing: Statement, keys: LimitingKeys): Limit {
  if (refusing.effect !== "Deny" || !refusing.principals.values.some(isAnyone)) return "open";
  const parts = [
    coversAll(refusing.actions, allowing.actions, coversAction),
    coversAll(refusing.resources, allowing.resources, matchesPattern),
    refusing.unknownConditions.length > 0 ? ("unknown" as const) : keepsOut(refusing.conditions, keys),
  ];
  if (parts.includes("open")) return "open";
  return parts.includes("unknown") ? "unknown" : "limits";
}

/** Several conditions must hold together for the refusal: whoever meets one of them comes through. */
function keepsOut(conditions: readonly Condition[], keys: LimitingKeys): Limit {
  if (conditions.length === 0) return "limits";
  const answers = conditions.map(({ operator, key, values }): Limit => {
    const accepts = keys(key.toLowerCase());
    if (accepts === undefined || !NEGATED.test(operator)) return "open";
    if (!values.values.every(({ value }) => accepts(value))) return "open";
    return values.unknown.length > 0 ? "unknown" : "limits";
  });
  if (answers.includes("open")) return "open";
  return answers.includes("unknown") ? "unknown" : "limits";
}

/** A question mark in the wider pattern would match a star of the narrower one, which is more than one letter. */
function coversAll(wide: Field, narrow: Field, covers: (pattern: string, text: string) => boolean): Limit {
  const patterns = wide.values.map(({ value }) => value);
  if (patterns.includes("*")) return "limits";
  const isCovered = (text: string) =>
    patterns.some((pattern) => pattern === text || (!pattern.includes("?") && covers(pattern, text)));
  const unknown = wide.unknown.length + narrow.unknown.length > 0;
  if (narrow.values.every(({ value }) => isCovered(value))) {
    if (narrow.unknown.length > 0) return "unknown";
    return narrow.values.length > 0 ? "limits" : "open";
  }
  return unknown ? "unknown" : "open";
}
