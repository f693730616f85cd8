import path from "node:path";
import pc from "picocolors";
import type { Problem } from "../../config";
import { markOffboarding } from "./edit/mark-offboarding";
import { removeTeam as withoutTeam } from "./edit/remove-team";
import { ConfigError, readStackFile, settingsOf } from "./stack-settings";
import type { TeamOptions } from "./team-options";
import { replaceFile } from "./write-file";

/**
 * Removes a team in two steps: the first marks it as offboarding, the second takes it out of the file.
 * @returns What was done, for the terminal.
 * @throws ConfigError when there is no such team, or another team still needs it; nothing is written then.
 */
export function removeTeam(
  root: string,
  name: string,
  { env, dryRun }: Pick<TeamOptions, "env" | "dryRun">,
): string {
  const file = readStackFile(root, env);
  const team = Object.hasOwn(file.settings.teams, name) ? file.settings.teams[name] : undefined;
  if (team === undefined) throw new ConfigError([unknownTeam(name, Object.keys(file.settings.teams), env)]);

  const first = team.state === "active";
  const retained = file.settings.posture.deletion === "retained";
  const edited = first ? markOffboarding(file.text, name) : withoutTeam(file.text, name);
  settingsOf(root, env, edited);
  if (!dryRun) replaceFile(file.path, edited);
  return [
    first ? marked(name, env) : removed(name, path.basename(file.path), retained),
    ...(dryRun ? ["Nothing was written."] : []),
  ].join("\n");
}

const marked = (name: string, env: string) =>
  [
    `${pc.bold(`${name} is offboarding.`)} Its access is frozen and its data no longer protected, once this is deployed to ${env}.`,
    "Then, in a second change:",
    `  npm run team -- remove ${name} --env ${env}`,
  ].join("\n");

const removed = (name: string, file: string, retained: boolean) =>
  [
    `${pc.bold(`${name} is removed from ${file}.`)} ${retained ? KEPT : GONE}`,
    "Deploy this only after the offboarding was deployed: what is still protected would stop it half way.",
  ].join("\n");

const GONE = "The next deployment deletes everything that it has there.";

/** Pulumi forgets what this tier retains: it stays in AWS, and in the way of a new team of the same name. */
const KEPT =
  "The next deployment deletes what it runs there; its buckets, log groups and secrets stay in AWS, to be deleted by hand.";

const unknownTeam = (name: string, names: readonly string[], env: string): Problem => ({
  path: "NAME",
  found: name,
  expected: names.length === 0 ? `a team; ${env} has none` : `one of the teams ${names.join(", ")}`,
  fix: "Name a team of this environment.",
});
