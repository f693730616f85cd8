import { readdirSync, readFileSync } from "node:fs";

/** The memory that a process and all of its descendants hold at this moment, in MiB. Linux only: reads /proc. */
export function treeMemory(root: number): number {
  const parents = new Map<number, number>();
  const pages = new Map<number, number>();
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    const fields = Number.isInteger(pid) ? statFields(pid) : undefined;
    if (fields === undefined) continue;
    parents.set(pid, Number(fields[1]));
    pages.set(pid, Number(fields[21]));
  }
  const within = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === root || within(parents.get(pid)));
  const total = [...pages].reduce((sum, [pid, count]) => (within(pid) ? sum + count : sum), 0);
  return (total * 4096) / 2 ** 20;
}

/**
 * The fields of /proc/PID/stat behind the command's name, which may hold spaces: state, parent, …
 * https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    // It ended in the meantime.
    return undefined;
  }
}
