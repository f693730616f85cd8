import * as fs from "node:fs";
import * as path from "node:path";
import { compare } from "semver";
import { OLDEST_VERSION, type Found } from "./engine";
import { versionOf } from "./version-of";

/** The CLI that is installed on this machine, where it is new enough. */
export async function engineOnPath(environment: NodeJS.ProcessEnv): Promise<Found> {
  const executable = whereIs("pulumi", environment.PATH ?? "");
  if (executable === undefined) return notThere("there is no pulumi on the PATH");
  const version = await versionOf(executable, environment);
  if (version === null) return notThere(`${executable} does not say its version`);
  if (compare(version, OLDEST_VERSION) < 0) {
    return notThere(`${executable} is v${version.version}; v${OLDEST_VERSION.version} or newer is needed`);
  }
  return { engine: { executable, version, origin: "path" } };
}

const notThere = (reason: string): Found => ({ attempt: { origin: "path", reason } });

/** The first executable file of that name in the folders of a PATH. */
export function whereIs(name: string, searchPath: string): string | undefined {
  return searchPath
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
