import { parseArgs } from "node:util";
import { STACKS } from "../../config";
import {
  REPORT_OPTIONS,
  REPORT_USAGE,
  reportFiles,
  reportOptionsIn,
  type ReportFiles,
} from "../reports/report-files";

export const COMMANDS = ["preview", "up", "refresh", "destroy", "outputs"] as const;
export type LocalCommandName = (typeof COMMANDS)[number];

/** What a person asked for. */
export interface LocalArguments {
  readonly command: LocalCommandName;
  readonly stack: string;
  /** Lift the protection of what would be destroyed. */
  readonly unprotect: boolean;
  /** Print outputs as JSON. */
  readonly json: boolean;
  /** The file that says what the policies do in this run. */
  readonly packConfiguration: string | undefined;
  /** The files to write reports to, by their form. */
  readonly reports: ReportFiles;
}

export const USAGE = `Runs an environment on the real Pulumi engine, with stand-ins for AWS: no account is needed, and
nothing leaves this machine.

  npm run local -- preview ENV               what would change; changes nothing
  npm run local -- up ENV                    brings org up first, then the environment
  npm run local -- refresh ENV               reads what is there, and says what has drifted
  npm run local -- outputs ENV [--json]      the stack's outputs, secrets masked
  npm run local -- destroy ENV [--unprotect] takes it down; stops before anything that is protected

Preview and up also report what the policies found, in the same forms as npm run check:

${REPORT_USAGE}
  --policy-pack-config FILE
                   what the policies do in this run; in prod a level can only be made stricter

ENV is one of ${STACKS.join(", ")}. State, cloud and passphrase are kept in .local/, which git ignores.
`;

/** Reads the arguments, or says what is wrong with them. */
export function readArguments(argv: readonly string[]): LocalArguments | { readonly fault: string } {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: optionsOf(argv),
    });
  } catch (error) {
    return { fault: (error as Error).message };
  }
  const [name, stack, ...more] = parsed.positionals;
  const command = COMMANDS.find((known) => known === name);
  if (command === undefined) return { fault: `"${name ?? ""}" is none of ${COMMANDS.join(", ")}.` };
  if (stack === undefined) return { fault: `Which environment? One of ${STACKS.join(", ")}.` };
  if (!STACKS.some((known) => known === stack))
    return { fault: `"${stack}" is none of ${STACKS.join(", ")}.` };
  if (more.length > 0) return { fault: `One environment at a time: what is "${more.join(" ")}"?` };
  const { unprotect = false, json } = parsed.values;
  const reports = reportFiles({ ...parsed.values, json: typeof json === "string" ? json : undefined });
  const packConfiguration = parsed.values["policy-pack-config"];
  const ofJudges = [
    ...reportOptionsIn(reports),
    ...(packConfiguration === undefined ? [] : ["--policy-pack-config"]),
  ];
  const [misplaced] = JUDGES.includes(command) ? [] : ofJudges;
  if (misplaced !== undefined)
    return { fault: `${misplaced} FILE is for ${JUDGES.join(" and ")}, in which the policies judge.` };
  return { command, stack, unprotect, json: json === true, packConfiguration, reports };
}

/** The commands in which the policy pack judges. */
const JUDGES: readonly LocalCommandName[] = ["preview", "up"];

/** Of outputs, `--json` says how they are printed; elsewhere it names a file. */
function optionsOf(argv: readonly string[]) {
  const command = argv.find((argument) => !argument.startsWith("-"));
  const json = command === "outputs" ? { type: "boolean" as const } : REPORT_OPTIONS.json;
  return {
    ...REPORT_OPTIONS,
    unprotect: { type: "boolean" as const },
    "policy-pack-config": { type: "string" as const },
    json,
  };
}
