import os from "node:os";
import type { Measurement } from "./scenario";

/** What was measured for one number of teams. */
export interface Row {
  readonly teams: number;
  readonly floor: Measurement;
  readonly program: Measurement;
  readonly check: Measurement;
}

/** How fast a quantity grows with the number of resources: 1 is linear. Taken from the two largest rows. */
export function growthExponent(rows: readonly Row[], of: (row: Row) => number): number {
  const [smaller, larger] = rows.slice(-2);
  if (smaller === undefined || larger === undefined) return Number.NaN;
  return Math.log(of(larger) / of(smaller)) / Math.log(larger.check.resources / smaller.check.resources);
}

const ratio = (a: number, b: number) => `${(a / b).toFixed(2)}×`;

/** The results as Markdown: ratios first, because seconds are those of one machine. */
export function resultsPage(rows: readonly Row[]): string {
  const lines = rows.map(({ teams, floor, program, check }) =>
    [
      teams,
      check.resources,
      `${check.seconds.toFixed(2)} s`,
      ratio(check.seconds, floor.seconds),
      ratio(program.seconds, floor.seconds),
      `${check.peakMemory.toFixed(0)} MiB`,
      ratio(check.peakMemory, floor.peakMemory),
    ].join(" | "),
  );
  return `# Benchmark results

Written by \`npm run bench\` on ${os.cpus().length} cores, Node ${process.versions.node}. The floor is the same number of resources, of
the same types and with the same inputs, registered with no components and no policies, in the same run. Each figure
is the fastest of three runs, from the start of the process to its end.

| teams | resources | offline check | to its floor | program alone, to the floor | peak memory | to its floor |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.map((line) => `| ${line} |`).join("\n")}

Growth exponent of the check's time from ${rows.at(-2)?.teams} to ${rows.at(-1)?.teams} teams: ${growthExponent(rows, (row) => row.check.seconds).toFixed(2)} (1 is linear).
`;
}
