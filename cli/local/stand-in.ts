import { execFile } from "node:child_process";
import * as path from "node:path";
import { promisify } from "node:util";
import { whereIs } from "../../local-cloud/engine";
import { STAND_IN_LINE } from "../../local-cloud/providers-folder";

/** The providers that the program uses. Each must be the stand-in before anything runs. */
const PROVIDERS = ["aws", "random"] as const;

/** A provider that would be used is not the stand-in: it might act with somebody's credentials. */
export class NotStandInError extends Error {
  constructor(provider: string, found: string) {
    super(
      `The ${provider} provider in use is not the stand-in: ${found}.\n` +
        "Nothing was started. The local cloud runs only with the stand-ins of this project, in local-cloud/bin.",
    );
    this.name = "NotStandInError";
  }
}

/**
 * Makes sure that the plugins which the engine would find are the stand-ins of this project, and say so themselves.
 * @param environment The engine's environment.
 * @param binFolder Where the stand-ins are.
 * @throws NotStandInError when one is not.
 */
export async function requireStandIns(
  environment: Readonly<Record<string, string>>,
  binFolder: string,
): Promise<void> {
  await Promise.all(
    PROVIDERS.map(async (provider) => {
      const plugin = whereIs(`pulumi-resource-${provider}`, environment["PATH"] ?? "");
      if (plugin === undefined) throw new NotStandInError(provider, "there is none on the PATH");
      if (path.dirname(plugin) !== binFolder) throw new NotStandInError(provider, plugin);
      const answer = await standInAnswer(plugin, environment);
      if (STAND_IN_LINE.exec(answer.trim())?.[1] !== provider) {
        throw new NotStandInError(provider, `${plugin} answers "${answer.trim()}"`);
      }
    }),
  );
}

async function standInAnswer(plugin: string, environment: Readonly<Record<string, string>>): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(plugin, ["--stand-in"], {
      env: environment,
      timeout: 20_000,
    });
    return stdout;
  } catch (error) {
    return (error as Error).message;
  }
}
