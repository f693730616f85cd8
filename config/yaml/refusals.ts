import { DEEPEST } from "./yaml-fault";

/** What is found, what is expected, and what to do. */
export interface Refusal {
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

const notPlain = (found: string, fix: string): Refusal => ({ found, expected: "plain YAML", fix });

/** What YAML allows and stack files don't. */
export const REFUSALS = {
  alias: notPlain("an alias", "Write the value out."),
  anchor: notPlain("an anchor", "Remove the word that begins with &."),
  tag: notPlain("a tag", "Remove the word that begins with !."),
  keyProperty: notPlain("an anchor or a tag at a key", "Remove it."),
  mergeKey: notPlain("a merge key", "Write the values out."),
  noText: notPlain("a key that is not text", "Put the key in quotes, or rename it."),
  tooDeep: {
    found: "values in one another too deeply",
    expected: `at most ${DEEPEST} levels`,
    fix: "Write what the settings ask for.",
  },
} as const;

/** A number in a notation that not every reader of YAML takes for the same: `010`, `0x10`, `1e3`, `.inf`. */
export const oddNumber = (source: string): Refusal => ({
  found: `the number ${source.slice(0, 40)}`,
  expected: "a number in plain decimals",
  fix: "Write it out, or in quotes if it is an id.",
});

export const repeatedKey = (line: number): Refusal => ({
  found: `the same key as in line ${line}`,
  expected: "each key once",
  fix: "Remove one of the two, or rename it.",
});
