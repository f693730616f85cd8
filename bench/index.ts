import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { benchPolicyPack, lastPackSection } from "./policy-pack";
import { withPackSection } from "./policy-pack-page";
import { CHILD } from "./child-process";
import { treeMemory } from "./process-tree";
import { resultsPage, type Measured, type Row } from "./results-page";
import type { Measurement } from "./scenario";

const TEAMS = [1, 10, 100];
const CHECK_REPEATS = 3;
const SAMPLE_MILLISECONDS = 200;

/** Runs a scenario in a process of its own, and watches the memory of that process and all that it starts. */
function runOnce(scenario: string, teams: number, file: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const args = [...CHILD, scenario, String(teams), file];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    let peakMemory = 0;
    const sample = () => {
      peakMemory = Math.max(peakMemory, treeMemory(child.pid ?? 0));
    };
    const sampler = setInterval(sample, SAMPLE_MILLISECONDS);
    child.stdout.on("data", (text: Buffer) => {
      output += text.toString();
    });
    child.on("close", (code) => {
      clearInterval(sampler);
      const line = output.trim().split("\n").at(-1) ?? "";
      if (code !== 0) reject(new Error(`${scenario} with ${teams} teams ended with ${code}.`));
      else resolve({ ...(JSON.parse(line) as Measurement), peakMemory });
    });
  });
}

/** The fastest of several runs: the least disturbed. */
async function measured(scenario: string, teams: number, file: string, repeats: number): Promise<Measured> {
  let best: Measured | undefined;
  for (let i = 0; i < repeats; i += 1) {
    const run = await runOnce(scenario, teams, file);
    if (best === undefined || run.seconds < best.seconds) best = run;
  }
  if (best === undefined) throw new Error("A scenario must run at least once.");
  return best;
}

/**
 * Measures the offline check and the engine's preview against their floors, for each number of teams, and writes
 * bench/RESULTS.md.
 * @param argv `--offline` leaves the engine out; `--policy-pack` measures the policy pack alone, and nothing else.
 */
export async function bench(argv: string[]): Promise<void> {
  if (argv.includes("--policy-pack")) return benchPolicyPack();
  const folder = mkdtempSync(path.join(os.tmpdir(), "mlplatform-bench-"));
  const rows: Row[] = [];
  for (const teams of TEAMS) {
    const file = path.join(folder, `${teams}.json`);
    const scenario = (name: string, repeats: number) => measured(name, teams, file, repeats);
    await scenario("prepare", 1);
    const floor = await scenario("floor", CHECK_REPEATS);
    const check = await scenario("check", CHECK_REPEATS);
    rows.push({ teams, floor, check, engine: undefined });
    console.log(`${teams} teams, offline: floor ${shown(floor)}, check ${shown(check)}`);
    writePage(rows);
  }
  // The engine takes longest: what is measured before it is interrupted is already written.
  for (const [index, row] of argv.includes("--offline") ? [] : [...rows.entries()]) {
    const file = path.join(folder, `${row.teams}.json`);
    const floor = await measured("preview-floor", row.teams, file, 1);
    const preview = await measured("preview", row.teams, file, 1);
    rows[index] = { ...row, engine: { floor, preview } };
    console.log(`${row.teams} teams, engine: floor ${shown(floor)}, preview ${shown(preview)}`);
    writePage(rows);
  }
  rmSync(folder, { recursive: true });
}

/** Writes what has been measured so far, beside what was last measured of the policy pack alone. */
function writePage(rows: readonly Row[]): void {
  const packSection = lastPackSection();
  const page =
    packSection === undefined ? resultsPage(rows) : withPackSection(resultsPage(rows), packSection);
  writeFileSync(path.join(__dirname, "RESULTS.md"), page);
}

const shown = ({ seconds, peakMemory }: Measured): string =>
  `${seconds.toFixed(2)} s, ${peakMemory.toFixed(0)} MiB`;
