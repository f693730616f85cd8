import type { ParseArgsConfig } from "node:util";

/** Files to write reports to, for machines and for people. */
export interface ReportFiles {
  /** The whole result. */
  readonly json?: string | undefined;
  /** SARIF 2.1.0, for code scanning. */
  readonly sarif?: string | undefined;
  /** JUnit XML: a suite a stack, a case a control. */
  readonly junit?: string | undefined;
  /** A comment on the pull request. */
  readonly markdown?: string | undefined;
  /** A page for a person, in one file. */
  readonly html?: string | undefined;
}

/** The options of every command that judges, for `parseArgs`. */
export const REPORT_OPTIONS = {
  json: { type: "string" },
  sarif: { type: "string" },
  junit: { type: "string" },
  markdown: { type: "string" },
  html: { type: "string" },
} as const satisfies ParseArgsConfig["options"];

/** What these options do, as lines of a usage. */
export const REPORT_USAGE = `  --json FILE      writes the whole result to FILE
  --sarif FILE     writes it for code scanning, as SARIF 2.1.0
  --junit FILE     writes it for a test report, as JUnit XML: a suite a stack, a case a control
  --markdown FILE  writes it as the comment on a pull request
  --html FILE      writes it as a page for the browser, with what each framework asks for`;

/** The files among the values of parsed options. */
export function reportFiles({ json, sarif, junit, markdown, html }: ReportFiles): ReportFiles {
  return { json, sarif, junit, markdown, html };
}

/** The options that were given: `--json`. */
export function reportOptionsIn(files: ReportFiles): readonly string[] {
  return Object.entries(files).flatMap(([name, file]) => (file === undefined ? [] : [`--${name}`]));
}
