import type { z } from "zod";
import { found, NOTHING, oneOf } from "../found";
import { nearest } from "../nearest";
import { formatPath, type Segment } from "../path";
import type { Problem } from "../problem";
import { expected } from "./expected";
import { fixFor } from "./fix";

export type Shaped<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

/**
 * Reads a value by its schema.
 * @param at The path of the value in the stack file, for the problems.
 * @returns The value with all defaults filled in, or one problem for each place that is wrong.
 */
export function checkShape<S extends z.ZodType>(
  schema: S,
  value: unknown,
  at: readonly Segment[],
): Shaped<z.infer<S>> {
  // The schema that refuses a key is known only while the issue is made: its keys are kept for the message.
  const allowedKeys = new Map<readonly string[], readonly string[]>();
  const error = (issue: z.core.$ZodRawIssue): string => {
    if (issue.code === "unrecognized_keys") allowedKeys.set(issue.keys, keysOf(issue.inst));
    return expected(issue);
  };

  const result = schema.safeParse(value, { error, reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, at, allowedKeys));
  return { ok: false, problems: onePerPath(withoutMeant(problems)) };
}

function problemsOf(
  issue: z.core.$ZodIssue,
  at: readonly Segment[],
  allowedKeys: ReadonlyMap<readonly string[], readonly string[]>,
): Problem[] {
  const path = [
    ...at,
    ...issue.path.map((segment) => (typeof segment === "number" ? segment : String(segment))),
  ];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKey([...path, key], key, allowedKeys.get(issue.keys) ?? []));
  }
  if (issue.code === "invalid_key") {
    const message = issue.issues[0]?.message ?? "another name";
    const name = String(issue.path.at(-1));
    return [
      { path: formatPath(path), found: `the name ${found(name)}`, expected: message, fix: "Rename it." },
    ];
  }
  const fix = fixFor(
    issue.input,
    issue.message,
    path,
    issue.code === "invalid_value" ? issue.values.map(String) : [],
  );
  return [{ path: formatPath(path), found: found(issue.input), expected: issue.message, fix }];
}

/** A key that the schema does not know, with the nearest one that it does. */
export function unknownKey(path: readonly Segment[], key: string, allowed: readonly string[]): Problem {
  const meant = nearest(key, allowed);
  return {
    path: formatPath(path),
    found: `the unknown key ${found(key)}`,
    expected: `one of the keys ${oneOf(allowed)}`,
    ...(meant === undefined
      ? { fix: "Remove it." }
      : { fix: `Rename it to "${meant}".`, meant: formatPath([...path.slice(0, -1), meant]) }),
  };
}

function keysOf(schema: unknown): string[] {
  const shape = (schema as { readonly _zod?: { readonly def?: { readonly shape?: object } } } | undefined)
    ?._zod?.def?.shape;
  return Object.keys(shape ?? {});
}

/** A value that is wrong in two ways is mended once: the first says enough. */
function onePerPath(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => !seen.has(problem.path) && seen.add(problem.path));
}

/** A key that is missing because it is misspelt is told once, where it is written. */
export function withoutMeant(problems: readonly Problem[]): Problem[] {
  const meant = new Set(problems.map((problem) => problem.meant));
  return problems.filter(({ path, found: what }) => what !== NOTHING || !meant.has(path));
}
