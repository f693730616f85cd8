import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packSection, packSectionOf, withPackSection } from "./policy-pack-page";
import { measurePack, type PackMeasurement } from "./policy-pack-scenario";

const RESULTS = path.join(__dirname, "RESULTS.md");
const TEAMS_THAT_MAKE_TEN_THOUSAND = 96;
const TEAMS = [4, 24, TEAMS_THAT_MAKE_TEN_THOUSAND];
const REPEATS = 3;

/** Measures the policy pack alone, up to 10,000 resources, and writes its section of bench/RESULTS.md. */
export async function benchPolicyPack(): Promise<void> {
  const runs: PackMeasurement[] = [];
  for (const teams of TEAMS) {
    const run = await measurePack(teams, REPEATS);
    console.log(`${run.resources} resources: judged in ${run.judgeSeconds.toFixed(2)} s`);
    runs.push(run);
  }
  const section = packSection(runs);
  writeFileSync(RESULTS, withPackSection(resultsSoFar(), section));
  console.log(`\n${section}`);
}

/** The policy pack's section as it was written last, so that the other measurements don't lose it. */
export function lastPackSection(): string | undefined {
  return packSectionOf(resultsSoFar());
}

function resultsSoFar(): string {
  return existsSync(RESULTS) ? readFileSync(RESULTS, "utf8") : "# Benchmark results\n";
}
