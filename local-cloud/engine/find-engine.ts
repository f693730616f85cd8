import { buildEngine, builtExecutable } from "./built";
import { downloadEngine, downloadedExecutable } from "./downloaded";
import { keptEngine } from "./kept";
import type { Attempt, Engine, EngineOrigin, Found } from "./engine";
import { NoEngineError } from "./no-engine";
import { engineOnPath } from "./on-path";

export interface FindEngineOptions {
  /** Default: this process's environment. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Told, a line at a time, what takes long. Default: nobody is. */
  readonly report?: (message: string) => void;
}

/**
 * The real Pulumi engine: the one installed, else one downloaded, else one built from Pulumi's Go modules.
 * What was downloaded or built is kept outside the clone and found again at once.
 * @throws NoEngineError when none can be had, saying what was tried and how to get one.
 */
export async function findEngine(options: FindEngineOptions = {}): Promise<Engine> {
  const environment = options.environment ?? process.env;
  const report = options.report ?? (() => undefined);
  const places: readonly (() => Promise<Found>)[] = [
    () => engineOnPath(environment),
    () => keptEngine("downloaded", downloadedExecutable(environment), environment),
    () => keptEngine("built", builtExecutable(environment), environment),
    () => downloadEngine({ environment, report }),
    () => buildEngine({ environment, report }),
  ];
  const attempts = new Map<EngineOrigin, Attempt>();
  for (const look of places) {
    const found = await look();
    if ("engine" in found) return found.engine;
    attempts.set(found.attempt.origin, found.attempt);
  }
  throw new NoEngineError([...attempts.values()]);
}
