import { packInput } from "../cli/check/pack-input";
import { record } from "../local-cloud/recording";
import { CONTROLS, judge } from "../policy-pack/judge";
import { program } from "../stacks/program";
import { settingsWithTeams } from "./teams";

/** What the policy pack took over the resources of one program. */
export interface PackMeasurement {
  readonly teams: number;
  readonly resources: number;
  readonly controls: number;
  /** Judging once, with everything known, in processor time. */
  readonly judgeSeconds: number;
  /** Running the program without the pack, under the mock runtime, in processor time. */
  readonly programSeconds: number;
}

/** Measures the pack alone, as it is in a check: a program of so many teams is recorded, and judged for the first time. */
export async function measurePack(teams: number): Promise<PackMeasurement> {
  const settings = settingsWithTeams(teams);
  const started = process.cpuUsage();
  const { resources } = await record(() => program(settings), { stack: "dev" });
  const programSeconds = secondsSince(started);
  const from = process.cpuUsage();
  judge(packInput(resources), { preview: false });
  const judgeSeconds = secondsSince(from);
  return { teams, resources: resources.length, controls: CONTROLS.length, judgeSeconds, programSeconds };
}

/** Processor time, which other processes of the machine disturb less than they do a clock. */
function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
