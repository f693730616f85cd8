/** `npm run team`: adds, lists and removes teams by editing an environment's stack file. */
import pc from "picocolors";
import { formatProblems } from "../config-problems";
import { addTeam } from "./add-team";
import { EditError } from "./edit/teams-node";
import { listTeams } from "./list-teams";
import { plan, type Planner } from "./plan";
import { removeTeam } from "./remove-team";
import { ConfigError, settingsOf } from "./stack-settings";
import { OptionError, teamOptions } from "./team-options";

const USAGE = `Adds, lists and removes the teams of an environment, by editing its stack file.

  npm run team -- add NAME --env dev --cost-center CC-1005 --owner lead@example.com
                  --data-classification synthetic --budget 2000
                  [--account ACCOUNT] [--training ml.m5.xlarge,ml.g5.xlarge] [--dry-run]
  npm run team -- list --env dev
  npm run team -- remove NAME --env dev [--dry-run]

--owner may be given several times. --account names a workload account of Pulumi.yaml, for a team in an
account of its own. --dry-run shows what would change and writes nothing. A team is removed in two steps:
the first marks it as offboarding, the second, after a deployment, takes it out.`;

/**
 * Runs the command.
 * @param argv What stands behind `team` on the command line.
 * @param root The folder of the project.
 * @param planner Works out what an addition creates. Default: by running the program offline.
 * @returns 0 when it was done, 2 when the arguments or the configuration are not valid.
 */
export async function teamCommand(argv: string[], root: string, planner: Planner = plan): Promise<number> {
  if (argv.length === 0 || argv.includes("--help")) {
    console.log(USAGE);
    return argv.length === 0 ? 2 : 0;
  }
  try {
    console.log(await run(argv, root, planner));
    return 0;
  } catch (error) {
    if (error instanceof ConfigError) console.error(formatProblems(error.problems));
    else if (error instanceof OptionError || error instanceof EditError) {
      console.error(`${pc.red(error.message)}\nSee npm run team -- --help.`);
    } else throw error;
    return 2;
  }
}

async function run(argv: string[], root: string, planner: Planner): Promise<string> {
  const options = teamOptions(argv);
  const { action, name, env } = options;
  if (action === "list" && name === undefined) return listTeams(settingsOf(root, env));
  if (action === "add" && name !== undefined) return addTeam(root, name, options, planner);
  if (action === "remove" && name !== undefined) return removeTeam(root, name, options);
  throw new OptionError(
    action === "add" || action === "remove"
      ? `Name the team: ${action} NAME.`
      : `There is no action "${action}": add, list or remove.`,
  );
}
