import * as fs from "node:fs";
import * as path from "node:path";
import { cacheFolder } from "./cache-folder";
import { PINNED_VERSION, type Found } from "./engine";
import { run } from "./run";
import { versionOf } from "./version-of";

/** Whence Automation API downloads, and how long it may take to answer before it counts as out of reach. */
const DOWNLOAD_HOST = "https://get.pulumi.com";
const ANSWER_SECONDS = 5;
const DOWNLOAD_SECONDS = 600;

export interface DownloadOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly report: (message: string) => void;
  /** The host that must answer before a download is begun. Default: Pulumi's. */
  readonly host?: string;
}

/** Where the CLI that was downloaded is kept. */
export function downloadedExecutable(environment: NodeJS.ProcessEnv): string {
  return path.join(cacheFolder(environment, "downloaded"), "bin", "pulumi");
}

/** Lets Automation API download the CLI, with the language hosts that belong to it. */
export async function downloadEngine(options: DownloadOptions): Promise<Found> {
  const { environment, report, host = DOWNLOAD_HOST } = options;
  const executable = downloadedExecutable(environment);
  const root = path.dirname(path.dirname(executable));
  if (!(await answers(host))) {
    return {
      attempt: { origin: "downloaded", reason: `${host} did not answer within ${ANSWER_SECONDS} seconds` },
    };
  }
  report(`Downloading the Pulumi CLI v${PINNED_VERSION.version} into ${root}, once.`);
  fs.mkdirSync(root, { recursive: true });
  const installed = await run(process.execPath, ["-e", INSTALL, root, PINNED_VERSION.version], {
    cwd: __dirname,
    environment,
    timeoutSeconds: DOWNLOAD_SECONDS,
  });
  const version = await versionOf(executable, environment);
  if (version === null) {
    const said = installed.stderr.trim().split("\n").at(-1) ?? "";
    return { attempt: { origin: "downloaded", reason: `the download failed: ${said}` } };
  }
  return { engine: { executable, version, origin: "downloaded" } };
}

/** A process of its own, since Automation API's download has neither a time-out nor a way to be stopped. */
const INSTALL = `
const { PulumiCommand } = require("@pulumi/pulumi/automation");
const { SemVer } = require("semver");
const [root, version] = process.argv.slice(1);
PulumiCommand.install({ root, version: new SemVer(version) }).catch((error) => {
  console.error(error.message);
  process.exit(1);
});`;

async function answers(host: string): Promise<boolean> {
  try {
    await fetch(host, { method: "HEAD", signal: AbortSignal.timeout(ANSWER_SECONDS * 1000) });
    return true;
  } catch {
    return false;
  }
}
