import { packInput } from "../cli/check/pack-input";
import { CONTROLS, judge, type RawResource } from "../policy-pack/judge";
import { Inspector } from "../cli/check/inspect";
import { settingsWithTeams } from "./teams";

/** What the policy pack took over the resources of one program. */
export interface PackMeasurement {
  readonly teams: number;
  readonly resources: number;
  readonly controls: number;
  /** Judging once, with everything known, in processor time: the least of the repeats. */
  readonly judgeSeconds: number;
  /** Running the program without the pack, under the mock runtime, in processor time. */
  readonly programSeconds: number;
}

/** Measures the pack alone: a program of so many teams is recorded, then judged again and again. */
export async function measurePack(teams: number, repeats: number): Promise<PackMeasurement> {
  const started = process.cpuUsage();
  const { resources } = await new Inspector(`${__dirname}/..`).record("dev", settingsWithTeams(teams));
  const programSeconds = secondsSince(started);
  const input: readonly RawResource[] = packInput(resources);
  let judgeSeconds = Number.POSITIVE_INFINITY;
  for (let i = 0; i < repeats; i += 1) {
    const from = process.cpuUsage();
    judge(input, { preview: false });
    judgeSeconds = Math.min(judgeSeconds, secondsSince(from));
  }
  return { teams, resources: resources.length, controls: CONTROLS.length, judgeSeconds, programSeconds };
}

/** Processor time, which other processes of the machine disturb less than they do a clock. */
function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
