import * as fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { identityOf, isRunning, type ProcessIdentity } from "./process-identity";

export interface OneAtATimeOptions {
  /** Told once, when another process holds the lock. */
  readonly onWait?: (holder: ProcessIdentity) => void;
  /** Milliseconds between two tries. Default: 250. */
  readonly interval?: number;
}

/**
 * Does something while holding a lock file, so that no other process of this machine does it too. A lock whose
 * holder is gone, however it ended, is taken over.
 */
export async function oneAtATime<T>(
  lockFile: string,
  work: () => Promise<T>,
  options: OneAtATimeOptions = {},
): Promise<T> {
  let told = false;
  for (let holder = take(lockFile); holder !== undefined; holder = take(lockFile)) {
    if (!told && holder.pid !== 0) options.onWait?.(holder);
    told ||= holder.pid !== 0;
    await sleep(options.interval ?? 250);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lockFile, { force: true });
  }
}

/** Takes the lock, or says who has it. The file appears with its content, by a link: never empty. */
function take(lockFile: string): ProcessIdentity | undefined {
  const own = `${lockFile}.${process.pid}`;
  fs.writeFileSync(own, JSON.stringify(identityOf(process.pid)));
  try {
    fs.linkSync(own, lockFile);
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return holderOf(lockFile);
  } finally {
    fs.rmSync(own, { force: true });
  }
}

/** Who holds the lock; a dead holder's lock is removed, and the next try decides who gets it. */
function holderOf(lockFile: string): ProcessIdentity {
  const holder = read(lockFile);
  if (holder === undefined) return NOBODY;
  if (isRunning(holder)) return holder;
  removeOnly(holder, lockFile);
  return NOBODY;
}

const NOBODY: ProcessIdentity = { pid: 0, started: "" };

function read(lockFile: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(fs.readFileSync(lockFile, "utf8")) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

/** Removes the lock of a dead holder; one that a third process took over in between is put back. */
function removeOnly(dead: ProcessIdentity, lockFile: string): void {
  const aside = `${lockFile}.dead-${process.pid}`;
  try {
    fs.renameSync(lockFile, aside);
    if (read(aside)?.started !== dead.started) fs.linkSync(aside, lockFile);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}
