import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { REPORT_OPTIONS, REPORT_USAGE, reportFiles, type ReportFiles } from "../reports/report-files";

export interface CheckArguments {
  /** The stacks to check, `org` first. */
  readonly stacks: readonly string[];
  readonly configOnly: boolean;
  /** The file that says what the policies do in this run, as Pulumi's own option takes it. */
  readonly packConfiguration: string | undefined;
  /** The files to write reports to, by their form. */
  readonly reports: ReportFiles;
  /** The git revision whose teams the change is held against. */
  readonly base: string | undefined;
  readonly help: boolean;
}

export const USAGE = `npm run check [-- STACK…] [--config-only] [--base REVISION] [--policy-pack-config FILE]
                         [--json FILE] [--sarif FILE] [--junit FILE] [--markdown FILE] [--html FILE]

Judges stacks with no engine, no account and no network: the configuration, then every resource against
the policy pack, once with everything known and once as a pull request's preview would see it.

  STACK…           the stacks to check. Default: every Pulumi.<stack>.yaml
  --config-only    the configuration alone, in under a second
  --base REVISION  also refuses what must not change in one step since then: a team removed while its data is
                   protected, or moved. In a pull request: origin/main
  --policy-pack-config FILE
                   what the policies do in this run: the same file that pulumi's option of this name takes. In prod
                   a level can only be made stricter
${REPORT_USAGE}

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
      ...REPORT_OPTIONS,
      base: { type: "string" },
      "policy-pack-config": { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  return {
    stacks: positionals.length > 0 ? positionals : knownStacks(root),
    configOnly: values["config-only"],
    reports: reportFiles(values),
    base: values.base,
    packConfiguration: values["policy-pack-config"],
    help: values.help,
  };
}
