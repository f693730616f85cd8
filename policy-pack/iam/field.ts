import { UNSET, type Value } from "../contract/value";
import { join } from "../core/path";
import { readOwn } from "../core/read";

/** A string of a policy document, and where it stands: `policy.Statement[0].Action[1]`. */
export interface Located {
  readonly value: string;
  readonly path: string;
}

/** One element of a statement: a string, or a list of them, as far as they are known. */
export interface Field {
  readonly present: boolean;
  readonly values: readonly Located[];
  /** Where a string is known only after deployment. */
  readonly unknown: readonly string[];
}

export const ABSENT: Field = { present: false, values: [], unknown: [] };

/** A member of an object, found whatever the case of its name, so that no spelling hides an element. */
export function member(owner: unknown, name: string): { readonly name: string; readonly value: Value } {
  if (owner === null || typeof owner !== "object") return { name, value: UNSET };
  const wanted = name.toLowerCase();
  const own = Object.keys(owner).find((key) => key === name || key.toLowerCase() === wanted);
  return own === undefined ? { name, value: UNSET } : { name: own, value: readOwn(owner, own) };
}

/** Reads a value that may be a single thing or a list of them, as IAM allows nearly everywhere. */
export function elements(
  value: Value,
  path: string,
): readonly { readonly value: Value; readonly path: string }[] {
  if (value.state === "unset") return [];
  if (value.state === "known" && Array.isArray(value.value)) {
    const list = value.value as readonly unknown[];
    return Array.from({ length: list.length }, (_, i) => ({
      value: readOwn(list, String(i)),
      path: join(path, i),
    }));
  }
  return [{ value, path }];
}

/** Reads strings: one or many. Numbers and booleans, which conditions may hold, are read as their words. */
export function fieldOf(value: Value, path: string): Field {
  if (value.state === "unset") return ABSENT;
  const all = elements(value, path);
  return {
    present: true,
    values: all.flatMap((each) =>
      each.value.state === "known" ? [{ value: words(each.value.value), path: each.path }] : [],
    ),
    unknown: all.flatMap((each) => (each.value.state === "unknown" ? [each.path] : [])),
  };
}

/** The strings of a member: `fieldAt(statement, "Action", path)`. */
export function fieldAt(owner: unknown, name: string, path: string): Field {
  const found = member(owner, name);
  return fieldOf(found.value, join(path, found.name));
}

function words(value: unknown): string {
  return typeof value === "string" ? value : String(value);
}
