import { readFileSync } from "node:fs";
import path from "node:path";
import { type EnvironmentSettings, loadAndValidate, type Problem, stackFile } from "../../config";

/** An environment's stack file, as it stands and as it is understood. */
export interface StackFile {
  readonly path: string;
  readonly text: string;
  readonly settings: EnvironmentSettings;
}

/** What is wrong with the configuration: for a person to mend. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super("The configuration is not valid.");
  }
}

/** @throws ConfigError when the environment's configuration is not valid, or `env` is no environment. */
export function readStackFile(root: string, env: string): StackFile {
  const settings = settingsOf(root, env);
  const file = path.join(root, stackFile(env));
  return { path: file, text: readFileSync(file, "utf8"), settings };
}

/**
 * The settings of an environment.
 * @param edited The text of its file, when it is to be judged before it is written.
 * @throws ConfigError when they are not valid.
 */
export function settingsOf(root: string, env: string, edited?: string): EnvironmentSettings {
  const loaded = loadAndValidate(root, env, edited);
  if (!loaded.ok) throw new ConfigError(loaded.problems);
  if (loaded.settings.kind !== "environment") throw new ConfigError([noEnvironment(env)]);
  return loaded.settings;
}

const noEnvironment = (env: string): Problem => ({
  path: "--env",
  found: env,
  expected: "an environment: dev, staging or prod",
  fix: "Teams are written in the environments' files.",
});
