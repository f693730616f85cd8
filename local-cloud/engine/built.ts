import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { buildProgress } from "./build-progress";
import { cacheFolder } from "./cache-folder";
import { PINNED_VERSION, type Found } from "./engine";
import { goFor } from "./go";
import { oneAtATime } from "./one-at-a-time";
import { run } from "./run";
import { versionOf } from "./version-of";

const BUILD_SECONDS = 3600;
const MODULE = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const VERSION_VARIABLE = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** The folder whose go.mod and go.sum pin Pulumi's modules and all that they need. */
export const BUILD_FOLDER = path.join(__dirname, "build");

export interface BuildOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly report: (message: string) => void;
}

/** Where the engine that was built is kept: apart for each platform, and for each set of pinned modules. */
export function builtExecutable(environment: NodeJS.ProcessEnv): string {
  return path.join(cacheFolder(environment, `built-${process.platform}-${process.arch}-${pins()}`), "pulumi");
}

/** Builds the CLI from Pulumi's own Go modules, for machines that reach a module proxy but not its downloads. */
export async function buildEngine({ environment, report }: BuildOptions): Promise<Found> {
  const executable = builtExecutable(environment);
  const folder = path.dirname(executable);
  const go = await goFor(BUILD_FOLDER, environment);
  if ("reason" in go) return { attempt: { origin: "built", reason: go.reason } };

  fs.mkdirSync(folder, { recursive: true });
  const failure = await oneAtATime(
    path.join(folder, "lock"),
    () => buildUnlessThere(executable, environment, report),
    { onWait: (holder) => report(`Waiting for process ${holder.pid}, which is building the engine.`) },
  );
  const version = await versionOf(executable, environment);
  if (version === null)
    return { attempt: { origin: "built", reason: `the build failed: ${failure ?? "no version"}` } };
  return { engine: { executable, version, origin: "built" } };
}

/** Builds beside the final place and moves the program there when it is whole. Returns why it failed. */
async function buildUnlessThere(
  executable: string,
  environment: NodeJS.ProcessEnv,
  report: (message: string) => void,
): Promise<string | undefined> {
  if (fs.existsSync(executable)) return undefined;
  report(
    `Building the Pulumi engine v${PINNED_VERSION.version} from its Go modules: once, about five minutes.`,
  );
  const partial = `${executable}.${process.pid}`;
  const flags = `-X ${VERSION_VARIABLE}=v${PINNED_VERSION.version}`;
  const built = await run("go", ["build", "-v", "-ldflags", flags, "-o", partial, MODULE], {
    cwd: BUILD_FOLDER,
    environment: { ...environment, GOFLAGS: "-mod=readonly" },
    timeoutSeconds: BUILD_SECONDS,
    onErrorLine: buildProgress(report),
  });
  if (built.code === 0) fs.renameSync(partial, executable);
  fs.rmSync(partial, { force: true });
  return built.code === 0 ? undefined : built.stderr.trim().split("\n").slice(-3).join(" ");
}

/** A short digest of the pinned modules: with other pins it is another engine. */
function pins(): string {
  const digest = createHash("sha256");
  for (const file of ["go.mod", "go.sum"]) digest.update(fs.readFileSync(path.join(BUILD_FOLDER, file)));
  return digest.digest("hex").slice(0, 12);
}
