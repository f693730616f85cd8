import { loadAndValidate } from "../../config";
import { formatProblems } from "../config-problems";
import { knownStacks, readArguments, USAGE, type CheckArguments } from "./arguments";
import { problemsSince, UnknownRevisionError } from "./base-branch";
import { exitCode } from "./exit-code";
import type { Inspection } from "./inspect";
import { showInspection, showTotals } from "./terminal";
import { judgedStack } from "./judged-stack";

/**
 * `npm run check`: judges stacks with no engine, no account and no network.
 * @param argv The arguments after the command's name.
 * @param root The project's root, in which the stack files are.
 * @returns 0 when all is clean, 1 for policy violations, 2 for bad input.
 */
export async function checkCommand(argv: string[], root: string): Promise<number> {
  let args: CheckArguments;
  try {
    args = readArguments(argv, root);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (args.help) {
    console.log(USAGE);
    return 0;
  }
  const unknown = args.stacks.filter((stack) => !knownStacks(root).includes(stack));
  if (unknown.length > 0) {
    console.error(
      `There is no stack file for ${unknown.join(", ")}. There are: ${knownStacks(root).join(", ")}.`,
    );
    return 2;
  }
  try {
    return args.configOnly ? checkConfiguration(args, root) : await checkStacks(args, root);
  } catch (error) {
    if (!(error instanceof UnknownRevisionError)) throw error;
    console.error(error.message);
    return 2;
  }
}

/** The configuration alone: nothing of Pulumi is loaded, so that the answer comes at once. */
function checkConfiguration({ stacks, base }: CheckArguments, root: string): number {
  const problems = stacks.flatMap((stack) => {
    const loaded = loadAndValidate(root, stack);
    if (!loaded.ok) return loaded.problems;
    const { settings } = loaded;
    return base === undefined || settings.kind !== "environment" ? [] : problemsSince(root, base, settings);
  });
  if (problems.length === 0) {
    console.log(`The configuration of ${stacks.join(", ")} is valid.`);
    return 0;
  }
  console.error(formatProblems(problems));
  return 2;
}

async function checkStacks(args: CheckArguments, root: string): Promise<number> {
  const { Inspector } = await import("./inspect");
  const { readPackConfiguration } = await import("../pack-configuration");
  const { writeReports } = await import("../reports/write-reports");
  const read =
    args.packConfiguration === undefined ? undefined : readPackConfiguration(args.packConfiguration);
  if (read?.ok === false) {
    console.error(formatProblems(read.problems));
    return 2;
  }
  const ignored = read?.configuration.ignored;
  if (ignored !== undefined) console.error(ignored);
  const inspector = new Inspector(root, args.base, undefined, undefined, read?.configuration);
  const inspections: Inspection[] = [];
  const started = performance.now();
  for (const stack of args.stacks) {
    const inspection = await inspector.inspect(stack);
    inspections.push(inspection);
    showInspection(inspection);
  }
  showTotals(inspections, performance.now() - started);
  writeReports(args.reports, inspections.map(judgedStack), root);
  return exitCode(inspections);
}
