import * as os from "node:os";
import * as path from "node:path";
import { PINNED_VERSION } from "./engine";

/**
 * Where an engine that was downloaded or built is kept: outside the clone, so that every clone shares it.
 * Follows https://specifications.freedesktop.org/basedir-spec/latest/ ; default `~/.cache/mlplatform/engine`.
 * @param kind How it is made, with what makes one different from another of the same version.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv, kind: string): string {
  const cache = environment.XDG_CACHE_HOME ?? path.join(os.homedir(), ".cache");
  return path.join(cache, "mlplatform", "engine", `v${PINNED_VERSION.version}-${kind}`);
}
