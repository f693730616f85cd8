import type { Problem } from "../problem";

/** The largest file that is read: some four hundred teams' worth. */
export const LARGEST_FILE_BYTES = 512 * 1024;

/** The deepest nesting that is read; the settings themselves need nine levels. */
export const DEEPEST = 32;

const TOO_DEEP = [
  "values in one another too deeply",
  `at most ${DEEPEST} levels`,
  "Write what the settings ask for.",
] as const;

/** What the parser's own codes mean, in words for people. https://eemeli.org/yaml/#errors */
const WORDS: Readonly<Record<string, readonly [found: string, expected: string, fix: string]>> = {
  ALIAS_PROPS: ["an alias with an anchor or a tag", "plain YAML", "Write the value out."],
  BAD_ALIAS: ["an alias of nothing", "plain YAML", "Write the value out."],
  BAD_INDENT: [
    "wrong indentation",
    "entries of one level in the same column",
    "Align the line with its neighbours.",
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    "an entry inside a value",
    "entries of one level in the same column",
    "Align the next line with this one, or put this value in quotes.",
  ],
  MISSING_CHAR: [
    "a quote, comma, colon or bracket missing",
    "what was opened to be closed",
    "Add it here, or above where it was opened.",
  ],
  MULTILINE_IMPLICIT_KEY: [
    "a key over several lines",
    "each key on one line",
    "Check the colons and quotes of the line.",
  ],
  MULTIPLE_DOCS: ["a second document", "one document in a file", "Remove the line ---, and what follows it."],
  RESOURCE_EXHAUSTION: TOO_DEEP,
  TAB_AS_INDENT: ["a tab", "spaces for indentation", "Replace the tab by spaces."],
  TAG_RESOLVE_FAILED: ["a tag", "plain YAML", "Remove the word that begins with !."],
};

/** A fault of YAML itself, by the parser's code. */
export function yamlFault(code: string, file: string, line: number): Problem {
  const [found, expected, fix] = WORDS[code] ?? [
    "what is not YAML",
    "valid YAML",
    "Correct the line; an editor shows where.",
  ];
  return { path: file, found, expected, fix, file, line };
}

/** A fault of a file as a whole. */
export function fileFault(file: string, found: string, expected: string, fix: string): Problem {
  return { path: file, found, expected, fix, file };
}
