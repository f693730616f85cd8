/** `npm run exceptions`: shows and judges the exceptions from the policy pack's controls, offline. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { formatProblems } from "../config-problems";
import { parseExceptions } from "../../policy-pack/exceptions/load";
import { exceptionsCode, shownCheck, shownList } from "./show";
import { survey } from "./survey";

const FILE = "policy-pack/exceptions.yaml";

const USAGE = `npm run exceptions -- list|check [--file FILE] [--json]

Shows and judges the exceptions from the policy pack's controls, with no engine and no account: the
environments are run offline, so that it shows which resources an exception selects and what it covers.

  list         every exception: its control, its ticket, what it selects and covers, the days it has left
  check        only what is wrong: expired, unused, too broad, forbidden, or not readable
  --file FILE  another file than ${FILE}, such as a draft
  --json       for machines

Exit code: 0 when every exception counts, 1 when one does not or is not needed, 2 when one cannot be read.`;

/**
 * Runs the command.
 * @param argv What stands behind `exceptions` on the command line.
 * @param root The folder of the project.
 * @param now The day that dates are held against. Default: today.
 * @returns The exit code; `list` shows what is wrong too, and ends with 0 unless the file cannot be read.
 */
export async function exceptionsCommand(argv: string[], root: string, now = new Date()): Promise<number> {
  let options: Options;
  try {
    options = readOptions(argv, root);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const result = await survey(root, parseExceptions(readFileSync(options.file, "utf8")), now);
  if (result.problems.length > 0) {
    console.error(formatProblems(result.problems));
    return 2;
  }
  const code = exceptionsCode(result);
  if (options.json) console.log(JSON.stringify(result, null, 2));
  else console.log(options.action === "list" ? shownList(result) : shownCheck(result));
  return options.action === "list" && code === 1 ? 0 : code;
}

interface Options {
  readonly action: "list" | "check";
  readonly file: string;
  readonly json: boolean;
  readonly help: boolean;
}

/** @throws Error with a sentence for the user. */
function readOptions(argv: string[], root: string): Options {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      file: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [action = "", ...more] = positionals;
  const file = values.file === undefined ? path.join(root, FILE) : path.resolve(values.file);
  const { json, help } = values;
  if (help) return { action: "list", file, json, help };
  if (more.length > 0 || (action !== "list" && action !== "check"))
    throw new Error(
      action === "" ? "Say what to do: list or check." : `There is no action "${positionals.join(" ")}".`,
    );
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  return { action, file, json, help };
}
