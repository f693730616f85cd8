import type { z } from "zod";
import { oneOf } from "../found";

type RawIssue = z.core.$ZodRawIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
};

const UNITS: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  string: { one: "character", many: "characters" },
  array: { one: "entry", many: "entries" },
};

/** What would be right, for each fault that a schema finds and says nothing about itself. */
export function expected(issue: RawIssue): string {
  if (issue.code === "invalid_type") return KINDS[issue.expected] ?? issue.expected;
  if (issue.code === "too_small") return bound("at least", issue.minimum, issue.origin, issue.inclusive);
  if (issue.code === "too_big") return bound("at most", issue.maximum, issue.origin, issue.inclusive);
  return issue.code === "invalid_value" ? oneOf(issue.values.map(String)) : "a valid value";
}

function bound(words: string, limit: number | bigint, origin: string, inclusive = true): string {
  const units = UNITS[origin];
  if (units !== undefined) return `${words} ${limit} ${limit === 1 ? units.one : units.many}`;
  return inclusive
    ? `a number of ${words} ${limit}`
    : `a number ${words === "at least" ? "above" : "below"} ${limit}`;
}
