import * as path from "node:path";

/** Where the local cloud keeps everything, apart from the engine: in one folder that git ignores. */
export interface LocalFolders {
  readonly root: string;
  /** Pulumi's file backend. */
  readonly state: string;
  /** PULUMI_HOME: the engine's own settings. */
  readonly home: string;
  /** What the stand-in providers have "created". */
  readonly cloud: string;
  /** Copies of the project's and the stacks' files, which the engine may write to. */
  readonly work: string;
  readonly passphrase: string;
  /** The engine process that was started last. */
  readonly engineProcess: string;
  /** Held by the one command that runs. */
  readonly lock: string;
}

/** @param root The folder of them all: `.local` in the project. */
export function foldersIn(root: string): LocalFolders {
  const inside = (name: string) => path.join(root, name);
  return {
    root,
    state: inside("state"),
    home: inside("home"),
    cloud: inside("cloud"),
    work: inside("work"),
    passphrase: inside("passphrase"),
    engineProcess: inside("engine-process.json"),
    lock: inside("lock"),
  };
}
