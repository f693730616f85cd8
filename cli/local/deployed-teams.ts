import { z } from "zod";
import { type Problem, type Settings, stackFile } from "../../config";
import { type PreviousTeams, teamChangeProblems } from "../team-changes";
import type { LocalFolders } from "./folders";
import { readState, type State } from "./state";
import { outputsOf } from "./summary/outputs";

/** What an environment's output `teams` remembers of each team; an older version of the program wrote less. */
const remembered = z.object({
  account: z.string(),
  networkSlot: z.number(),
  state: z.enum(["active", "offboarding"]),
});

/** The teams of the last deployment, as far as its outputs tell. */
export function deployedTeams(state: State): PreviousTeams {
  const { teams } = outputsOf(state);
  const entries = Object.entries(teams ?? {}).flatMap(([name, output]) => {
    const parsed = remembered.safeParse(output);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** What must not change in one step since the last deployment: a team removed while protected, or moved. */
export function problemsSinceDeployment(folders: LocalFolders, settings: Settings): Problem[] {
  if (settings.kind !== "environment") return [];
  const file = stackFile(settings.stack);
  const previous = deployedTeams(readState(folders, settings.stack));
  return teamChangeProblems(previous, settings).map((problem) => ({ ...problem, file }));
}
