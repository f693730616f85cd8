import type { EnvironmentSettings, Problem } from "../config";
import { moveProblems, removalProblems, type PreviousTeam } from "../config/removal";

export type PreviousTeams = Readonly<Record<string, PreviousTeam>>;

/** What is remembered of each team of an environment, with the account that it really works in. */
export function rememberedTeams({ teams, environment }: EnvironmentSettings): PreviousTeams {
  const entries = Object.entries(teams).map(([name, { state, networkSlot, account }]) => {
    const remembered: PreviousTeam = { state, networkSlot, account: account ?? environment.account };
    return [name, remembered] as const;
  });
  return Object.fromEntries(entries);
}

/** What must not change in one step between two versions of an environment's teams. */
export function teamChangeProblems(previous: PreviousTeams, settings: EnvironmentSettings): Problem[] {
  const change = { previous, next: rememberedTeams(settings), posture: settings.posture };
  return [...removalProblems(change), ...moveProblems(change)];
}
