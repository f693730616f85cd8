import * as fs from "node:fs";
import * as path from "node:path";
import { LocalWorkspace, type PulumiFn, type Stack } from "@pulumi/pulumi/automation";
import { analyzerFolder, type Engine } from "../../local-cloud/engine";
import { PROVIDERS_FOLDER } from "../../local-cloud/providers-folder";
import { engineCommand, type EngineCommandOptions } from "./engine-command";
import { engineEnvironment } from "./engine-environment";
import { foldersIn, type LocalFolders } from "./folders";
import { passphraseFrom } from "./passphrase";
import { requireStandIns } from "./stand-in";
import { PROJECT, stateFile } from "./state";
import { makeWorkFolder } from "./work-folder";

/** The engine, the stand-in providers and the state, ready to run stacks of one project. */
export interface LocalCloud {
  /** The project's folder. */
  readonly root: string;
  readonly folders: LocalFolders;
  readonly engine: Engine;
  /** The environment of the engine and of what it starts. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface OpenOptions {
  readonly root: string;
  readonly engine: Engine;
  /** What the engine's environment is made from. Default: this process's. */
  readonly inherited?: NodeJS.ProcessEnv;
  /** The folder that holds state, cloud and all else. Default: `.local` in the project. */
  readonly folder?: string;
}

/**
 * Prepares the local cloud. Changes nothing but its own folder.
 * @throws NotStandInError when a provider in use is not a stand-in.
 */
export async function openLocalCloud(options: OpenOptions): Promise<LocalCloud> {
  const { root, engine } = options;
  const folders = foldersIn(options.folder ?? path.join(root, ".local"));
  for (const folder of [folders.state, folders.home, folders.cloud, folders.work]) {
    fs.mkdirSync(folder, { recursive: true });
  }
  const environment = engineEnvironment(options.inherited ?? process.env, {
    pathFolders: [PROVIDERS_FOLDER, path.dirname(engine.executable), ...analyzerFolder(engine)],
    state: folders.state,
    home: folders.home,
    cloud: folders.cloud,
    passphrase: passphraseFrom(folders.passphrase),
  });
  await requireStandIns(environment, PROVIDERS_FOLDER);
  return { root, folders, engine, environment };
}

/** How the engine is run in a local cloud. */
export function engineOptions({ engine, environment, folders }: LocalCloud): EngineCommandOptions {
  return { engine, environment, processFile: folders.engineProcess };
}

/**
 * A stack of the local cloud, made when it is not there yet.
 * @param program What registers its resources.
 */
export async function localStack(cloud: LocalCloud, stackName: string, program: PulumiFn): Promise<Stack> {
  const workDir = makeWorkFolder(cloud.root, cloud.folders.work, stackName);
  const pulumiCommand = engineCommand(engineOptions(cloud));
  const args = { stackName, projectName: PROJECT, program };
  const options = { workDir, pulumiHome: cloud.folders.home, pulumiCommand };
  return fs.existsSync(stateFile(cloud.folders, stackName))
    ? LocalWorkspace.selectStack(args, options)
    : LocalWorkspace.createStack(args, options);
}
