import type { ProcessIdentity } from "../../../local-cloud/engine";
import type { Stack } from "@pulumi/pulumi/automation";
import { runEngine } from "../engine-command";
import { engineOptions, type LocalCloud } from "../local-cloud";
import { readState } from "../state";
import { hasStaleLock } from "./locks";
import { createsToImport } from "./pending-creates";
import { standInCreated } from "./stand-in-created";

export interface RecoveryOptions {
  /** The engine that a killed runner left behind, and that is gone now. */
  readonly dead: ProcessIdentity | undefined;
  /** Told what is done, a line at a time. */
  readonly report: (message: string) => void;
  readonly signal?: AbortSignal;
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
  const state = readState(cloud.folders, stack.name);
  if (state.pending.length === 0) return;

  const imports = createsToImport(state, standInCreated(cloud.folders.cloud));
  options.report(
    `${state.pending.length} operations on ${stack.name} had not ended: ` +
      `${imports.length} resources are adopted, the rest is looked up or done again.`,
  );
  const flags = imports.flatMap(({ urn, id }) => [
    "--import-pending-creates",
    urn,
    "--import-pending-creates",
    id,
  ]);
  await runEngine(engineOptions(cloud), {
    args: ["refresh", "--yes", "--stack", stack.name, ...flags, "--clear-pending-creates"],
    cwd: stack.workspace.workDir,
    environment: {},
    signal: options.signal,
  });
}
