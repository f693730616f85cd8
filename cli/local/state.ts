import * as fs from "node:fs";
import * as path from "node:path";
import type { LocalFolders } from "./folders";

/** A resource as Pulumi's state keeps it, as far as it is read here. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly id?: string;
  readonly parent?: string;
  readonly provider?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  /** A replaced resource that is still to be deleted. */
  readonly delete?: boolean;
}

/** Something that the engine had begun and not ended when it wrote the state. */
export interface PendingOperation {
  readonly resource: StateResource;
  readonly type: "creating" | "updating" | "deleting" | "reading" | "importing";
}

export interface State {
  readonly resources: readonly StateResource[];
  readonly pending: readonly PendingOperation[];
}

/** The project's name, which is part of every URN and of the state's path. */
export const PROJECT = "mlplatform";

const EMPTY: State = { resources: [], pending: [] };

/**
 * The address of the file backend. Without `metadata=skip` every file has a companion with its attributes, which
 * unlike the file itself isn't replaced in one step: killed at that moment, the engine could not read its state again.
 * https://pkg.go.dev/gocloud.dev/blob/fileblob#URLOpener
 */
export const backendUrl = (stateFolder: string): string => `file://${stateFolder}?metadata=skip`;

/** The file in which the file backend keeps a stack. */
export function stateFile(folders: LocalFolders, stack: string): string {
  return path.join(folders.state, ".pulumi", "stacks", PROJECT, `${stack}.json`);
}

/** The state of a stack, secrets still encrypted; empty when there is no such stack. Needs no engine. */
export function readState(folders: LocalFolders, stack: string): State {
  const file = stateFile(folders, stack);
  if (!fs.existsSync(file)) return EMPTY;
  const { checkpoint } = JSON.parse(fs.readFileSync(file, "utf8")) as Checkpoint;
  return {
    resources: checkpoint.latest?.resources ?? [],
    pending: checkpoint.latest?.pending_operations ?? [],
  };
}

interface Checkpoint {
  readonly checkpoint: {
    readonly latest?: {
      readonly resources?: readonly StateResource[];
      readonly pending_operations?: readonly PendingOperation[];
    };
  };
}

/** Whether a stack has anything in it. */
export function isUp(folders: LocalFolders, stack: string): boolean {
  return readState(folders, stack).resources.length > 0;
}

/** The names of the stacks that have anything in them. */
export function stacksUp(folders: LocalFolders): readonly string[] {
  const folder = path.dirname(stateFile(folders, "any"));
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names
    .map((name) => path.basename(name, ".json"))
    .filter((name) => isUp(folders, name))
    .sort();
}
