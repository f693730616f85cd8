import path from "node:path";

/** The commands, each loaded only when it is asked for, so that a quick one starts quickly. */
const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  check: {
    summary: "judge environments offline: configuration, resources, policies",
    load: async () => (await import("./check")).checkCommand,
  },
  local: {
    summary: "run an environment on the real Pulumi engine in the local cloud",
    load: async () => (await import("./local")).localCommand,
  },
  team: {
    summary: "add, list or remove teams in a stack file",
    load: async () => (await import("./team")).teamCommand,
  },
  policy: {
    summary: "explain, list and add the policy pack's controls",
    load: async () => (await import("./policy")).policyCommand,
  },
  exceptions: {
    summary: "list and judge the exceptions from controls",
    load: async () => (await import("./exceptions")).exceptionsCommand,
  },
  "pull-request": {
    summary: "judge a pull request as the workflow does, with every report",
    load: async () => (await import("./pull-request")).pullRequestCommand,
  },
  docs: {
    summary: "write the files that are generated from code",
    load: async () => (await import("./docs")).docsCommand,
  },
};

/** A command takes its arguments and the project's root, and returns its exit code: 0, 1 for violations, 2 for bad input. */
type Command = (argv: string[], root: string) => Promise<number>;

function usage(): string {
  const rows = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  npm run ${name.padEnd(12)} -- …   ${summary}`,
  );
  return ["Commands:", ...rows, "Each explains itself with --help."].join("\n");
}

/**
 * Runs one command.
 * @param argv The command's name and its arguments.
 * @returns The process's exit code.
 */
export async function main(argv: string[]): Promise<number> {
  const [name = "", ...rest] = argv;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    console.error(name === "" ? usage() : `There is no command "${name}".\n${usage()}`);
    return 2;
  }
  try {
    return await (
      await command.load()
    )(rest, path.dirname(__dirname));
  } catch (error) {
    reportFault(error);
    return 2;
  }
}

/** An error that no command foresaw is ours, not the user's: it says so, and how to see more. */
function reportFault(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`This is a fault of the program, not of your input: ${message}`);
  if (process.env["MLPLATFORM_DEBUG"] !== undefined && error instanceof Error) console.error(error.stack);
  else console.error("Run the same command with MLPLATFORM_DEBUG=1 to see where it happened.");
}
