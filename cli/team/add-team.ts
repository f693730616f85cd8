import pc from "picocolors";
import type { EnvironmentSettings, Problem } from "../../config";
import { freeNetworkSlot } from "../../config";
import { insertTeam } from "./edit/insert-team";
import type { Planner } from "./plan";
import { addition } from "./addition";
import { ConfigError, readStackFile, settingsOf } from "./stack-settings";
import { OPTION_OF, type TeamOptions } from "./team-options";
import { replaceFile } from "./write-file";

/**
 * Adds a team to an environment's stack file, in the next free slot of its account.
 * @param planner Works out what the next deployment creates.
 * @returns What was done, for the terminal.
 * @throws ConfigError when the file, or the file with the team, is not valid; nothing is written then.
 */
export async function addTeam(
  root: string,
  name: string,
  { env, values, dryRun }: TeamOptions,
  planner: Planner,
): Promise<string> {
  const file = readStackFile(root, env);
  if (Object.hasOwn(file.settings.teams, name)) throw new ConfigError([alreadyThere(name, env)]);

  const networkSlot = freeNetworkSlot(file.settings, values.account);
  if (networkSlot === undefined)
    throw new ConfigError([fullAccount(values.account ?? file.settings.environment.account)]);
  const { costCenter, owners, dataClassification, monthlyBudgetUsd, account, training } = values;
  const written = {
    costCenter,
    owners,
    dataClassification,
    networkSlot,
    account,
    monthlyBudgetUsd,
    training,
  };
  const edited = insertTeam(file.text, name, withoutUnset(written));
  const settings = judged(root, env, name, edited);

  const plan = await planner(root, file.settings, settings);
  if (!dryRun) replaceFile(file.path, edited);
  return addition({ file: file.path, before: file.text, after: edited, settings, name, dryRun, plan });
}

/** The settings with the team; problems with it are told by the options that they come from. */
function judged(root: string, env: string, name: string, edited: string): EnvironmentSettings {
  try {
    return settingsOf(root, env, edited);
  } catch (error) {
    if (error instanceof ConfigError)
      throw new ConfigError(error.problems.map((problem) => asOption(problem, name)));
    throw error;
  }
}

function asOption(problem: Problem, name: string): Problem {
  const { path, found, expected, fix } = problem;
  const within = path === `mlplatform:teams.${name}` ? "" : path.replace(`mlplatform:teams.${name}.`, "");
  if (within === "") return { path: name, found, expected, fix };
  const option = OPTION_OF[/^\w+/.exec(within)?.[0] ?? ""];
  if (within === path || option === undefined) return problem;
  const fixed = found === "nothing" ? `Add ${option}: ${expected}.` : fix;
  return { path: option, found, expected, fix: fixed };
}

const alreadyThere = (name: string, env: string): Problem => ({
  path: `mlplatform:teams.${name}`,
  found: `a team that ${env} has already`,
  expected: "a new team",
  fix: `Choose another name, or change the team in its file: ${pc.bold(`Pulumi.${env}.yaml`)}.`,
});

const fullAccount = (account: string): Problem => ({
  path: "--account",
  found: `${account}, all of whose network slots are taken`,
  expected: "an account with a free slot",
  fix: "Give the team an account of its own.",
});

function withoutUnset(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
