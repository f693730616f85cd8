import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { dirname, join, resolve } from "node:path";

/**
 * The folder of the local cloud: `MLPLATFORM_LOCAL_CLOUD`, or `.local/cloud` beside the program.
 * One folder is one cloud: all accounts, all stacks, every provider process.
 */
export function cloudFolder(): string {
  return resolve(process.env.MLPLATFORM_LOCAL_CLOUD ?? join(__dirname, "..", "..", ".local", "cloud"));
}

/**
 * Writes a file that must not exist yet. It appears whole or not at all, whatever is killed in between, and
 * of several processes exactly one succeeds: the file system is the lock, and it cannot go stale.
 * @returns False when the file exists already.
 */
export function writeNew(path: string, text: string): boolean {
  return withTemporary(path, text, (temporary) => {
    try {
      linkSync(temporary, path);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw error;
    } finally {
      rmSync(temporary, { force: true });
    }
  });
}

/** Writes a file over the one that is there, whole or not at all. */
export function writeOver(path: string, text: string): void {
  withTemporary(path, text, (temporary) => {
    renameSync(temporary, path);
  });
}

function withTemporary<T>(path: string, text: string, finish: (temporary: string) => T): T {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `.${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
  const file = openSync(temporary, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  const result = finish(temporary);
  syncFolder(folder);
  return result;
}

/** Makes a file's appearing or vanishing survive a power cut, where the system allows it. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } catch {
    // Some file systems don't sync folders; the file itself is whole all the same.
  } finally {
    closeSync(handle);
  }
}
