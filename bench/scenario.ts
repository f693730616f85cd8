import { readFileSync, writeFileSync } from "node:fs";
import type { PlainResource } from "./plain-resources";

/** What one process measured of itself. */
export interface Measurement {
  readonly seconds: number;
  /** The most memory that the process held, in MiB. */
  readonly peakMemory: number;
  readonly resources: number;
}

/** The scenarios, each run in a process of its own; each returns how many resources it registered. */
const SCENARIOS: Readonly<Record<string, (teams: number, file: string) => Promise<number>>> = {
  /** Writes down what a program of so many teams registers, for the floors. Not measured. */
  async prepare(teams, file) {
    const { plainResources } = await import("./plain-resources");
    const resources = plainResources((await recorded(teams)).resources);
    writeFileSync(file, JSON.stringify(resources));
    return resources.length;
  },
  async floor(_teams, file) {
    const { record } = await import("../local-cloud/recording");
    const { registerPlainResources } = await import("./plain-resources");
    const resources = JSON.parse(readFileSync(file, "utf8")) as PlainResource[];
    const recording = await record(async () => registerPlainResources(resources), { stack: "dev" });
    return recording.resources.length;
  },
  /** The program alone, without the policy pack: what the components cost. */
  async program(teams) {
    return (await recorded(teams)).resources.length;
  },
  async check(teams) {
    const { Inspector } = await import("../cli/check/inspect");
    const { settingsWithTeams } = await import("./teams");
    const inspection = await new Inspector(`${__dirname}/..`).inspectSettings(
      "dev",
      settingsWithTeams(teams),
    );
    return inspection.recording.resources.length;
  },
};

async function recorded(teams: number) {
  const { Inspector } = await import("../cli/check/inspect");
  const { settingsWithTeams } = await import("./teams");
  return new Inspector(`${__dirname}/..`).record("dev", settingsWithTeams(teams));
}

/** Runs one scenario and prints what it took as a line of JSON. */
export async function measure([scenario = "", teams = "1", file = ""]: string[]): Promise<void> {
  const run = SCENARIOS[scenario];
  if (run === undefined) throw new Error(`There is no scenario "${scenario}".`);
  const resources = await run(Number(teams), file);
  const measurement: Measurement = {
    seconds: process.uptime(),
    peakMemory: process.resourceUsage().maxRSS / 1024,
    resources,
  };
  console.log(JSON.stringify(measurement));
}
