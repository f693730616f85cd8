import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PlainResource } from "./plain-resources";

/** What one process measured of itself. */
export interface Measurement {
  readonly seconds: number;
  readonly resources: number;
  /** What the policy pack took of the seconds; 0 where it had no part. */
  readonly packSeconds: number;
}

type Result = Pick<Measurement, "resources"> & Partial<Measurement>;

/** The scenarios, each run in a process of its own; each returns how many resources it registered. */
const SCENARIOS: Readonly<Record<string, (teams: number, file: string) => Promise<Result>>> = {
  /** Writes down what a program of so many teams registers, for the floors. Not measured. */
  async prepare(teams, file) {
    const { plainResources } = await import("./plain-resources");
    const resources = plainResources((await recorded(teams)).resources);
    writeFileSync(file, JSON.stringify(resources));
    return { resources: resources.length };
  },
  async floor(_teams, file) {
    const { record } = await import("../local-cloud/recording");
    const { registerPlainResources } = await import("./plain-resources");
    const resources = JSON.parse(readFileSync(file, "utf8")) as PlainResource[];
    const recording = await record(async () => registerPlainResources(resources), { stack: "dev" });
    return { resources: recording.resources.length };
  },
  /** What `npm run check` does with one stack. The pack is loaded once the program has run, so that its part can be told. */
  async check(teams) {
    const recording = await recorded(teams);
    const before = processorSeconds();
    const { inspectRecording } = await import("../cli/check/inspect");
    const { loadExceptions } = await import("../policy-pack/exceptions/load");
    inspectRecording(recording, { exceptions: loadExceptions() });
    return { resources: recording.resources.length, packSeconds: processorSeconds() - before };
  },
  /** A preview of the whole platform on the real engine, with the policy pack. */
  async preview(teams) {
    const { enginePreview } = await import("./engine-preview");
    const { program } = await import("../stacks/program");
    const { settingsWithTeams } = await import("./teams");
    const settings = settingsWithTeams(teams);
    const resources = await enginePreview(
      async () => void (await program(settings)),
      [path.join(__dirname, "../policy-pack")],
    );
    return { resources };
  },
  /** A preview of the plain resources on the real engine, with no policies. */
  async "preview-floor"(_teams, file) {
    const { enginePreview } = await import("./engine-preview");
    const { registerPlainResources } = await import("./plain-resources");
    const resources = JSON.parse(readFileSync(file, "utf8")) as PlainResource[];
    return { resources: await enginePreview(async () => registerPlainResources(resources), []) };
  },
};

async function recorded(teams: number) {
  const { record } = await import("../local-cloud/recording");
  const { program } = await import("../stacks/program");
  const { settingsWithTeams } = await import("./teams");
  const settings = settingsWithTeams(teams);
  return record(() => program(settings), { stack: "dev" });
}

/** Runs one scenario and prints what it took as a line of JSON. */
export async function measure([scenario = "", teams = "1", file = ""]: string[]): Promise<void> {
  if (scenario === "policy-pack") {
    const { measurePack } = await import("./policy-pack-scenario");
    console.log(JSON.stringify(await measurePack(Number(teams))));
    return;
  }
  const run = SCENARIOS[scenario];
  if (run === undefined) throw new Error(`There is no scenario "${scenario}".`);
  const result = await run(Number(teams), file);
  // One process: its processor time, which other work on the machine disturbs least. With the engine, many: the clock.
  const seconds = scenario.startsWith("preview") ? process.uptime() : processorSeconds();
  const measurement: Measurement = { seconds, packSeconds: 0, ...result };
  console.log(JSON.stringify(measurement));
}

/** The processor time that this process has taken so far. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
