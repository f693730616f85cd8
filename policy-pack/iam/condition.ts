import type { Statement } from "./statement";

/** Whether a statement's conditions limit it: surely, surely not, or not to be told before deployment. */
export type Limit = "limits" | "open" | "unknown";

/** What values of a condition key make it a limit. */
export type LimitingValue = (value: string) => boolean;

/** Condition keys, in lower case, and the values of each that limit. Undefined for a key that limits nothing. */
export type LimitingKeys = (key: string) => LimitingValue | undefined;

/** Operators that demand a value. Negated ones hold for everyone else, and date and Boolean ones limit nobody. */
const DEMANDING = new Set(["stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike"]);

/**
 * Yes-or-no keys that keep a request within a network: of EFS, that it came by a mount target, which is in a subnet.
 * https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html
 */
const YES_OR_NO = new Set(["elasticfilesystem:accessedviamounttarget"]);

/** Keys that hold several values, for which `ForAnyValue` demands one of them. */
const MULTIVALUED = new Set([
  "aws:principalorgpaths",
  "aws:sourceorgpaths",
  "aws:resourceorgpaths",
  // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
  "kms:resourcealiases",
]);

/**
 * Whether one of the keys limits a statement. `…IfExists` and `ForAllValues` hold when the key is absent, and so
 * limit nothing; `ForAnyValue` demands a value, but only where the key can hold several.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function limitedBy(statement: Statement, keys: LimitingKeys): Limit {
  let answer: Limit = statement.unknownConditions.length > 0 ? "unknown" : "open";
  for (const condition of statement.conditions) {
    const accepts = keys(condition.key.toLowerCase());
    if (accepts === undefined || !demands(condition.operator, condition.key)) continue;
    // Several values of one key are alternatives: a single open one opens the statement.
    if (!condition.values.values.every(({ value }) => accepts(value))) continue;
    if (condition.values.unknown.length > 0) answer = "unknown";
    else if (condition.values.values.length > 0) return "limits";
  }
  return answer;
}

/** Whether an operator fails a request that lacks the key. */
export function demands(operator: string, key: string): boolean {
  const parts = operator.toLowerCase().split(":");
  const [qualifier, base] = parts.length === 2 ? parts : [undefined, parts[0]];
  if (base === "bool" && qualifier === undefined) return YES_OR_NO.has(key.toLowerCase());
  if (base === undefined || !DEMANDING.has(base)) return false;
  return qualifier === undefined || (qualifier === "foranyvalue" && MULTIVALUED.has(key.toLowerCase()));
}
