import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { identityOf, type ProcessIdentity } from "../../../local-cloud/engine";
import type { LocalFolders } from "../folders";
import { PROJECT } from "../state";

/** A lock as the file backend writes it: https://github.com/pulumi/pulumi/blob/v3.256.0/pkg/backend/diy/lock.go */
interface LockContent {
  readonly pid: number;
  readonly hostname: string;
}

/** A stack is locked by a process that may still be working. */
export class StackLockedError extends Error {
  constructor(stack: string, { pid, hostname }: LockContent) {
    super(
      `The stack ${stack} is locked by process ${pid} on ${hostname}, which may still be working. Wait for it.`,
    );
    this.name = "StackLockedError";
  }
}

/**
 * Whether a stack is locked by engines that are all gone.
 * @param dead The engine that is known to be gone: its process id may have been given out again since.
 * @throws StackLockedError when one of them may still be running.
 */
export function hasStaleLock(
  folders: LocalFolders,
  stack: string,
  dead: ProcessIdentity | undefined,
): boolean {
  const folder = path.join(folders.state, ".pulumi", "locks", "organization", PROJECT, stack);
  const locks = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  for (const name of locks) {
    const lock = JSON.parse(fs.readFileSync(path.join(folder, name), "utf8")) as LockContent;
    const gone =
      lock.hostname === os.hostname() && (lock.pid === dead?.pid || identityOf(lock.pid) === undefined);
    if (!gone) throw new StackLockedError(stack, lock);
  }
  return locks.length > 0;
}
