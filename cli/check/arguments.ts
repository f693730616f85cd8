import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";

/** Files to write reports to, for machines and for the pull request. */
export interface ReportFiles {
  /** The whole result. */
  readonly json?: string | undefined;
  /** SARIF 2.1.0, for code scanning. */
  readonly sarif?: string | undefined;
  /** JUnit XML: a suite a stack, a case a control. */
  readonly junit?: string | undefined;
  /** A comment on the pull request. */
  readonly markdown?: string | undefined;
}

export interface CheckArguments {
  /** The stacks to check, `org` first. */
  readonly stacks: readonly string[];
  readonly configOnly: boolean;
  /** The files to write reports to, by their form. */
  readonly reports: ReportFiles;
  /** The git revision whose teams the change is held against. */
  readonly base: string | undefined;
  readonly help: boolean;
}

export const USAGE = `npm run check [-- STACK…] [--config-only] [--base REVISION]
                         [--json FILE] [--sarif FILE] [--junit FILE] [--markdown FILE]

Judges stacks with no engine, no account and no network: the configuration, then every resource against
the policy pack, once with everything known and once as a pull request's preview would see it.

  STACK…           the stacks to check. Default: every Pulumi.<stack>.yaml
  --config-only    the configuration alone, in under a second
  --base REVISION  also refuses what must not change in one step since then: a team removed while its data is
                   protected, or moved. In a pull request: origin/main
  --json FILE      writes the whole result to FILE
  --sarif FILE     writes it for code scanning, as SARIF 2.1.0
  --junit FILE     writes it for a test report, as JUnit XML: a suite a stack, a case a control
  --markdown FILE  writes it as the comment on a pull request

Exit code: 0 clean, 1 policy violations, 2 bad input.`;

/** The stacks that have a file, \`org\` first because the others read its contract. */
export function knownStacks(root: string): string[] {
  const names = readdirSync(root).flatMap((file) => /^Pulumi\.([\w-]+)\.yaml$/.exec(file)?.[1] ?? []);
  return names.sort(
    (a, b) => Number(b === "org") - Number(a === "org") || order(a) - order(b) || a.localeCompare(b),
  );
}

const ORDER = ["dev", "staging", "prod"];
const order = (stack: string) => (ORDER.includes(stack) ? ORDER.indexOf(stack) : ORDER.length);

/**
 * Reads the command's arguments.
 * @throws Error with a sentence for the user when an argument is not known.
 */
export function readArguments(argv: string[], root: string): CheckArguments {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      "config-only": { type: "boolean", default: false },
      json: { type: "string" },
      sarif: { type: "string" },
      junit: { type: "string" },
      markdown: { type: "string" },
      base: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  return {
    stacks: positionals.length > 0 ? positionals : knownStacks(root),
    configOnly: values["config-only"],
    reports: { json: values.json, sarif: values.sarif, junit: values.junit, markdown: values.markdown },
    base: values.base,
    help: values.help,
  };
}
