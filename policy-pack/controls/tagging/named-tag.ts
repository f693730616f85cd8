import type { Value } from "../../core";

/** A tag of which the name may be unknown too. */
export interface NamedTag {
  readonly name: Value;
  /** The property to name in a message. */
  readonly property: string;
  readonly value: Value;
}

/**
 * How a company writes the name of a tag that a control knows: among the names that it requires, the one that differs
 * in nothing but capitals, hyphens, underscores, spaces and `centre` for `center`.
 * @returns `name` itself where the company requires none like it.
 */
export function asWritten(name: string, requiredTags: readonly string[]): string {
  return requiredTags.find((one) => sameWord(one) === sameWord(name)) ?? name;
}

const sameWord = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[-_ ]/g, "")
    .replace(/centre$/, "center");
