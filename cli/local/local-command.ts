import * as path from "node:path";
import pc from "picocolors";
import { loadAndValidate, type Settings } from "../../config";
import { findEngine, NoEngineError, nodeProblem, type Engine } from "../../local-cloud/engine";
import { formatProblems } from "../config-problems";
import { readPackConfiguration } from "../pack-configuration";
import { writeReports } from "../reports/write-reports";
import { readArguments, USAGE, type LocalArguments } from "./arguments";
import { destroy } from "./commands/destroy";
import { outputs } from "./commands/outputs";
import { preview } from "./commands/preview";
import { refresh } from "./commands/refresh";
import { up } from "./commands/up";
import { foldersIn } from "./folders";
import { JudgedStacks } from "./judged-stacks";
import type { Output } from "./operation/progress";
import { StackLockedError } from "./recovery/locks";
import { inSession, type Session } from "./session";
import { NotStandInError } from "./stand-in";

export interface LocalCommandOptions {
  /** Where everything is printed. Default: standard output. */
  readonly output?: Output;
  /** Where the local cloud keeps everything. Default: `.local` in the project. */
  readonly folder?: string;
  /** Folders of the policy packs that must agree. Default: the project's. */
  readonly policyPacks?: readonly string[];
}

/**
 * `npm run local -- …`: an environment on the real engine in the local cloud.
 * @param argv What follows `local`.
 * @param root The project's folder.
 * @returns 0 when all is well, 1 for violations and failures, 2 for bad input or when there is no engine.
 */
export async function localCommand(
  argv: readonly string[],
  root: string,
  options: LocalCommandOptions = {},
): Promise<number> {
  const output = options.output ?? standardOutput();
  if (argv.length === 0 || argv.includes("--help") || argv.includes("-h")) {
    output.write(USAGE);
    return argv.length === 0 ? 2 : 0;
  }
  const read = readArguments(argv);
  if ("fault" in read) return refused(output, `${read.fault}\n\n${USAGE}`);
  const oldNode = nodeProblem(process.version);
  if (oldNode !== undefined) return refused(output, oldNode);

  const folders = foldersIn(options.folder ?? path.join(root, ".local"));
  if (!needsEngine(read)) return outputs(folders, output, read.stack, read.json);

  const loaded = loadAndValidate(root, read.stack);
  const { packConfiguration: file } = read;
  const pack = file === undefined ? undefined : readPackConfiguration(file);
  if (pack?.ok === false) return refused(output, formatProblems(pack.problems));
  if (pack?.configuration.ignored !== undefined) output.write(`${pack.configuration.ignored}\n`);
  const judged = new JudgedStacks(pack?.configuration.controls);
  const report = () => writeReports(read.reports, judged.stacks, root);
  if (!loaded.ok) {
    judged.refuse(read.stack, loaded.problems);
    report();
    return refused(output, formatProblems(loaded.problems));
  }
  try {
    const engine = await findEngine({ report: (message) => output.write(`${message}\n`) });
    output.write(`${heading(engine)}\n`);
    const policyPacks = options.policyPacks ?? [path.join(root, "policy-pack")];
    const policyPackConfigs = file === undefined ? [] : policyPacks.map(() => path.resolve(file));
    const session = {
      ...{ root, folder: folders.root, engine, output },
      ...{ policyPacks, policyPackConfigs, judged },
    };
    const code = await inSession(session, (opened) => run(opened, read, loaded.settings));
    report();
    return code;
  } catch (error) {
    const foreseen = [NoEngineError, NotStandInError, StackLockedError].some((kind) => error instanceof kind);
    if (foreseen) return refused(output, (error as Error).message);
    throw error;
  }
}

const needsEngine = (read: LocalArguments): read is EngineArguments => read.command !== "outputs";

function run(
  session: Session,
  { command, stack, unprotect }: EngineArguments,
  settings: Settings,
): Promise<number> {
  switch (command) {
    case "preview":
      return preview(session, settings);
    case "up":
      return up(session, settings);
    case "refresh":
      return refresh(session, stack);
    case "destroy":
      return destroy(session, stack, unprotect);
  }
}

/** Arguments of a command that needs the engine. */
type EngineArguments = LocalArguments & { readonly command: Exclude<LocalArguments["command"], "outputs"> };

function heading({ origin, version }: Engine): string {
  const whence = { path: "installed", downloaded: "downloaded", built: "built here" }[origin];
  return pc.dim(`Local cloud: real Pulumi engine v${version.version} (${whence}), stand-in for AWS.`);
}

function refused(output: Output, message: string): number {
  output.write(`${message}\n`);
  return 2;
}

function standardOutput(): Output {
  const { stdout } = process;
  return {
    isTTY: stdout.isTTY === true,
    get columns() {
      return stdout.columns ?? 80;
    },
    write: (text) => void stdout.write(text),
  };
}
