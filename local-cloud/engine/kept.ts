import type { EngineOrigin, Found } from "./engine";
import { versionOf } from "./version-of";

/** An engine that an earlier run downloaded or built. */
export async function keptEngine(
  origin: EngineOrigin,
  executable: string,
  environment: NodeJS.ProcessEnv,
): Promise<Found> {
  const version = await versionOf(executable, environment);
  return version === null
    ? { attempt: { origin, reason: `there is none at ${executable}` } }
    : { engine: { executable, version, origin } };
}
