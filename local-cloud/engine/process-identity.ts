import * as fs from "node:fs";
import { spawnSync } from "node:child_process";

/** A process and the moment it started: together they name it, where an id alone is given out again. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

/** The identity of a running process, or undefined when there is none of that id. */
export function identityOf(pid: number): ProcessIdentity | undefined {
  const started = fs.existsSync("/proc/self/stat") ? startedByProc(pid) : startedByPs(pid);
  return started === undefined ? undefined : { pid, started };
}

/** Whether this very process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identityOf(identity.pid)?.started === identity.started;
}

/** Linux: clock ticks since boot, the 22nd field of https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function startedByProc(pid: number): string | undefined {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets, and may itself hold blanks and brackets.
    const [state, ...rest] = fields.slice(fields.lastIndexOf(")") + 2).split(" ");
    return state === "Z" || state === "X" ? undefined : rest[18];
  } catch {
    return undefined;
  }
}

/** macOS, where there is no /proc. */
function startedByPs(pid: number): string | undefined {
  const { status, stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "" ? stdout.trim() : undefined;
}
