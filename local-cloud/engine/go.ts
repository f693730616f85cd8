import { coerce, compare, type SemVer } from "semver";
import { OLDEST_GO } from "./engine";
import { run } from "./run";

/**
 * The Go that would build the engine, asked in the build folder: where GOTOOLCHAIN allows it, an older Go has
 * by then fetched the newer one that go.mod demands (https://go.dev/doc/toolchain).
 * @returns its version, or why it will not do.
 */
export async function goFor(
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<SemVer | { reason: string }> {
  const { code, stdout, stderr } = await run("go", ["version"], {
    cwd: folder,
    environment,
    timeoutSeconds: 120,
  });
  const version = coerce(/go(\d+\.\d+(\.\d+)?)/.exec(stdout)?.[1]);
  if (code !== 0 && /ENOENT/.test(stderr)) return { reason: "there is no go on the PATH" };
  if (code !== 0 || version === null) return { reason: `go does not work here: ${stderr.trim()}` };
  if (compare(version, OLDEST_GO) < 0) {
    return { reason: `go is ${version.version}; ${OLDEST_GO.version} or newer is needed` };
  }
  return version;
}
