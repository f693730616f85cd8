import * as fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning, type ProcessIdentity } from "../../../local-cloud/engine";

/** How long an engine that lost its runner may take to end by itself, after it was asked to. */
const SECONDS_TO_STOP = 20;

/** Stand-ins look every quarter of a second whether their engine is gone, and end with it. */
const MILLISECONDS_FOR_PROVIDERS = 600;

/**
 * The engine that a killed runner left behind, ended if it still runs. Called while the folder's lock is held, so
 * that whatever engine is recorded belongs to no living runner.
 * @param processFile Where runners write the identity of their engine.
 * @returns its identity, or undefined when the last engine ended well.
 */
export async function endAbandonedEngine(processFile: string): Promise<ProcessIdentity | undefined> {
  const engine = recorded(processFile);
  if (engine === undefined) return undefined;
  if (isRunning(engine)) {
    process.kill(engine.pid, "SIGINT");
    for (let waited = 0; waited < SECONDS_TO_STOP * 10 && isRunning(engine); waited++) await sleep(100);
    if (isRunning(engine)) process.kill(engine.pid, "SIGKILL");
    while (isRunning(engine)) await sleep(50);
  }
  await sleep(MILLISECONDS_FOR_PROVIDERS);
  return engine;
}

function recorded(processFile: string): ProcessIdentity | undefined {
  try {
    return (JSON.parse(fs.readFileSync(processFile, "utf8")) as ProcessIdentity | null) ?? undefined;
  } catch {
    return undefined;
  }
}
