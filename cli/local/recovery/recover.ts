import type { Stack } from "@pulumi/pulumi/automation";
import type { ProcessIdentity } from "../../../local-cloud/engine";
import { runEngine } from "../engine-command";
import { engineOptions, type LocalCloud } from "../local-cloud";
import { readState } from "../state";
import { hasStaleLock } from "./locks";
import { createsToImport } from "./pending-creates";
import { standInCloud } from "./stand-in-cloud";
import { markFinished, strangers } from "./strangers";

export interface RecoveryOptions {
  /** The engine that a killed runner left behind, and that is gone now. */
  readonly dead: ProcessIdentity | undefined;
  /** Told what is done, a line at a time. */
  readonly report: (message: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Brings a stack whose engine was killed to where the next operation can go on: its lock removed, and what was made
 * but not written down taken into the state, so that nothing is made twice or forgotten.
 * @throws StackLockedError when the stack's engine may still be running.
 */
export async function recover(cloud: LocalCloud, stack: Stack, options: RecoveryOptions): Promise<void> {
  if (hasStaleLock(cloud.folders, stack.name, options.dead)) {
    options.report(`The last run on ${stack.name} was cut off: its lock is removed.`);
    await stack.cancel();
  }
  await settlePending(cloud, stack, options);
  removeStrangers(cloud, stack.name, options.report);
}

/** Adopts the creates that came to pass; the engine looks up, or does again, all else that was under way. */
async function settlePending(cloud: LocalCloud, stack: Stack, options: RecoveryOptions): Promise<void> {
  const state = readState(cloud.folders, stack.name);
  if (state.pending.length === 0) return;
  const made = standInCloud(cloud.folders.cloud).madeFor(stack.name);
  const find = (type: string, urn: string) =>
    made.filter((record) => record.type === type && record.urn === urn).map(({ id }) => id);
  const imports = createsToImport(state, find);
  options.report(
    `Operations of ${stack.name} that had not ended: ${state.pending.length}. ` +
      `Resources that were made by them, and are adopted: ${imports.length}.`,
  );
  const flag = "--import-pending-creates";
  const flags = imports.flatMap(({ urn, id }) => [flag, urn, flag, id]);
  await runEngine(engineOptions(cloud), {
    args: ["refresh", "--yes", "--stack", stack.name, ...flags, "--clear-pending-creates"],
    cwd: stack.workspace.workDir,
    environment: {},
    signal: options.signal,
  });
}

/** Nothing refers to what the engine never knew: it is removed, and made again. */
function removeStrangers({ folders }: LocalCloud, stack: string, report: (message: string) => void): void {
  const cloud = standInCloud(folders.cloud);
  const unknown = strangers(folders, stack, cloud.madeFor(stack), readState(folders, stack));
  for (const record of unknown) {
    report(
      `${record.type} ${record.id} was made when its provider was cut off: it is removed, to be made again.`,
    );
    cloud.remove(record);
  }
  markFinished(folders, stack);
}
