import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { resultsPage, type Row } from "./results-page";
import type { Measurement } from "./scenario";

const TEAMS = [1, 10, 100];
const REPEATS = 3;

/** Runs a scenario several times, each in a process of its own, and keeps the fastest: the least disturbed. */
function measured(scenario: string, teams: number, file: string, repeats = REPEATS): Measurement {
  const runs = Array.from({ length: repeats }, () => {
    const output = execFileSync(
      process.execPath,
      [path.join(__dirname, "child.js"), scenario, String(teams), file],
      {
        encoding: "utf8",
      },
    );
    return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Measurement;
  });
  return runs.reduce((best, run) => (run.seconds < best.seconds ? run : best));
}

/** Measures the offline check and its floor for each number of teams, and writes bench/RESULTS.md. */
export async function bench(_argv: string[]): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "mlplatform-bench-"));
  const rows: Row[] = [];
  for (const teams of TEAMS) {
    const file = path.join(folder, `${teams}.json`);
    measured("prepare", teams, file, 1);
    const row = {
      teams,
      floor: measured("floor", teams, file),
      program: measured("program", teams, file),
      check: measured("check", teams, file),
    };
    rows.push(row);
    console.log(
      `${teams} teams: floor ${row.floor.seconds.toFixed(2)} s, check ${row.check.seconds.toFixed(2)} s`,
    );
  }
  rmSync(folder, { recursive: true });
  const page = resultsPage(rows);
  writeFileSync(path.join(__dirname, "RESULTS.md"), page);
  console.log(`\n${page}`);
}
