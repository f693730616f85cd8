import type { Problem } from "../problem";

/** The longest line that is read. Encrypted keys and values of Pulumi itself are the longest that occur. */
export const LONGEST_LINE = 4096;

interface Rule {
  readonly pattern: RegExp;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

/** What no stack file holds, judged before the parser sees it: it would read it otherwise than the engine, or never end. */
const RULES: readonly Rule[] = [
  {
    // What the engine's parser refuses: https://yaml.org/spec/1.2.2/#51-character-set
    pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]/,
    found: "a control character",
    expected: "text",
    fix: "Remove it; an editor that shows invisible characters shows where it is.",
  },
  {
    pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
    found: "a character that changes the direction of the text",
    expected: "text that reads as it is",
    fix: "Remove it: what a reviewer sees would not be what is deployed.",
  },
  {
    pattern: /^%/m,
    found: "a directive",
    expected: "plain YAML",
    fix: "Remove the line that begins with %.",
  },
  {
    pattern: new RegExp(`[^\\n]{${LONGEST_LINE + 1}}`),
    found: "a very long line",
    expected: `lines of at most ${LONGEST_LINE} characters`,
    fix: "Break the line, with one entry a line.",
  },
];

/** The first thing in a text that keeps it from being parsed at all. */
export function textFault(text: string, file: string): Problem | undefined {
  for (const { pattern, ...fault } of RULES) {
    const match = pattern.exec(text);
    if (match !== null)
      return { path: file, ...fault, file, line: text.slice(0, match.index).split("\n").length };
  }
  return undefined;
}
