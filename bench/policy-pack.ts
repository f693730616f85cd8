import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CHILD } from "./child-process";
import { packSection, packSectionOf, withPackSection } from "./policy-pack-page";
import type { PackMeasurement } from "./policy-pack-scenario";

const RESULTS = path.join(__dirname, "RESULTS.md");
const TEAMS_THAT_MAKE_TEN_THOUSAND = 96;
const TEAMS = [4, 24, TEAMS_THAT_MAKE_TEN_THOUSAND];
const REPEATS = 3;

/** Measures the policy pack alone, up to 10,000 resources, and writes its section of bench/RESULTS.md. */
export function benchPolicyPack(): void {
  const runs: PackMeasurement[] = [];
  for (const teams of TEAMS) {
    const run = leastOf(Array.from({ length: REPEATS }, () => measured(teams)));
    console.log(`${run.resources} resources: judged in ${run.judgeSeconds.toFixed(2)} s`);
    runs.push(run);
  }
  const section = packSection(runs);
  writeFileSync(RESULTS, withPackSection(resultsSoFar(), section));
  console.log(`\n${section}`);
}

/** One measurement, in a process of its own that starts as a check does. */
function measured(teams: number): PackMeasurement {
  const args = [...CHILD, "policy-pack", String(teams)];
  const output = execFileSync(process.execPath, args, { encoding: "utf8" });
  return JSON.parse(output) as PackMeasurement;
}

const leastOf = (runs: readonly PackMeasurement[]): PackMeasurement =>
  runs.reduce((least, run) => (run.judgeSeconds < least.judgeSeconds ? run : least));

/** The policy pack's section as it was written last, so that the other measurements don't lose it. */
export function lastPackSection(): string | undefined {
  return packSectionOf(resultsSoFar());
}

function resultsSoFar(): string {
  return existsSync(RESULTS) ? readFileSync(RESULTS, "utf8") : "# Benchmark results\n";
}
