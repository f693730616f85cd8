import os from "node:os";
import type { Measurement } from "./scenario";

/** A scenario's own measurement, with the most memory that its processes held together, in MiB. */
export interface Measured extends Measurement {
  readonly peakMemory: number;
}

/** What was measured for one number of teams. */
export interface Row {
  readonly teams: number;
  /** Plain resources under the mock runtime. */
  readonly floor: Measured;
  readonly check: Measured;
  /** On the real engine; undefined where it was left out. */
  readonly engine: { readonly floor: Measured; readonly preview: Measured } | undefined;
}

/** How fast a quantity grows with the number of resources: 1 is linear. Taken from the two largest rows. */
export function growthExponent(rows: readonly Row[], of: (row: Row) => Measured | undefined): number {
  const [smaller, larger] = rows
    .map(of)
    .filter((run) => run !== undefined)
    .slice(-2);
  if (smaller === undefined || larger === undefined) return Number.NaN;
  return Math.log(larger.seconds / smaller.seconds) / Math.log(larger.resources / smaller.resources);
}

/** What the policy pack adds to all else that a run does, in per cent. */
export function addedByPack({ seconds, packSeconds }: Measurement): number {
  return (100 * packSeconds) / (seconds - packSeconds);
}

const ratio = (a: number, b: number) => `${(a / b).toFixed(2)}×`;
const tableRow = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;

function comparison(teams: number, run: Measured, floor: Measured): (string | number)[] {
  return [
    teams,
    run.resources,
    `${run.seconds.toFixed(2)} s`,
    ratio(run.seconds, floor.seconds),
    `${run.peakMemory.toFixed(0)} MiB`,
    ratio(run.peakMemory, floor.peakMemory),
  ];
}

const HEAD = `| teams | resources | time | to its floor | peak memory | to its floor |
| ---: | ---: | ---: | ---: | ---: | ---: |`;

/** The results as Markdown: ratios first, because seconds are those of one machine. */
export function resultsPage(rows: readonly Row[]): string {
  const growth = (of: (row: Row) => Measured | undefined) =>
    `Growth exponent of the time between the last two rows: ${growthExponent(rows, of).toFixed(2)} (1 is linear).`;
  const packShare = rows.map(({ teams, check }) => `${teams} teams ${addedByPack(check).toFixed(0)} %`);
  const engineRows = rows.flatMap(({ teams, engine }) =>
    engine === undefined ? [] : [tableRow(comparison(teams, engine.preview, engine.floor))],
  );
  return `# Benchmark results

Written by \`npm run bench\` on ${os.cpus().length} cores, Node ${process.versions.node}. A floor is the same number of resources, of the
same types and with the same inputs, registered by the SDK's classes with no components and no policies, in the same run.
Memory is that of all processes together.

## Offline check

Processor time of the whole process, the fastest of three runs, of an environment that stands alone. What the commands
transpile was kept by an earlier run, as it is for everyone but at the first start. What the policy pack adds is all
that it costs, of the same process: loading it, and judging every resource twice, as deployed and as in a preview.

${HEAD}
${rows.map(({ teams, check, floor }) => tableRow(comparison(teams, check, floor))).join("\n")}

${growth((row) => row.check)}
What the policy pack adds to the program: ${packShare.join(", ")}.

## Preview on the real engine, with the policy pack

Time by the clock, from the start of the process to its end.

${engineRows.length === 0 ? "Not measured in this run." : `${HEAD}\n${engineRows.join("\n")}\n\n${growth((row) => row.engine?.preview)}`}
`;
}
