import pc from "picocolors";
import type { Problem } from "../config";

/**
 * Problems as they are shown at a terminal: by file, each with its line and path, what was found, what is
 * expected, and what to do.
 */
export function formatProblems(problems: readonly Problem[]): string {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const file = problem.file ?? "";
    files.set(file, [...(files.get(file) ?? []), problem]);
  }
  const groups = [...files].map(([file, group]) => formatGroup(file, group));
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [...groups, pc.bold(pc.red(`${count} in the configuration.`)), ""].join("\n");
}

function formatGroup(file: string, problems: readonly Problem[]): string {
  const sorted = [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const heading = file === "" ? [] : [pc.underline(file), ""];
  return [...heading, ...sorted.map(formatProblem)].join("\n");
}

function formatProblem({ file, line, path, found, expected, fix }: Problem): string {
  const place = file !== undefined && line !== undefined ? pc.dim(`  ${file}:${line}`) : "";
  return [
    `${pc.red("✗")} ${pc.bold(path)}${place}`,
    `    ${pc.dim("found")}     ${found}`,
    `    ${pc.dim("expected")}  ${expected}`,
    `    ${pc.dim("fix")}       ${pc.green(fix)}`,
    "",
  ].join("\n");
}
