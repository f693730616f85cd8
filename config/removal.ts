import { formatPath } from "./path";
import type { Posture } from "./posture";
import type { Problem } from "./problem";
import type { Team } from "./schema/team";

/** What is remembered of a team, from the last deployment or the base branch. */
export type PreviousTeam = Pick<Team, "state" | "networkSlot" | "account">;

/** What the rules about change compare. */
export interface Change {
  readonly previous: Readonly<Record<string, PreviousTeam>>;
  readonly next: Readonly<Record<string, PreviousTeam>>;
  readonly posture: Pick<Posture, "tier" | "deletion">;
}

/**
 * Removing a team whose data is protected takes two changes: `state: offboarding`, which lifts protection
 * and freezes access, and then the removal. In one change the engine would stop half way, at the first
 * protected store.
 */
export function removalProblems({ previous, next, posture }: Change): Problem[] {
  if (posture.deletion === "allowed") return [];
  return Object.entries(previous)
    .filter(([name, { state }]) => state !== "offboarding" && !Object.hasOwn(next, name))
    .map(([name]) => ({
      path: formatPath(["mlplatform:teams", name]),
      found: `the removal of an active team, whose data ${posture.tier} protects`,
      expected: '"state: offboarding" to be deployed first',
      fix: `Put ${name} back with "state: offboarding", deploy that, and remove the team then.`,
    }));
}

/** A team's slot and account never change: its subnets would be replaced under what runs in them. */
export function moveProblems({ previous, next }: Change): Problem[] {
  return Object.entries(previous).flatMap(([name, before]) => {
    const after = Object.hasOwn(next, name) ? next[name] : undefined;
    if (after === undefined) return [];
    return (["networkSlot", "account"] as const)
      .filter((key) => before[key] !== after[key])
      .map((key) => ({
        path: formatPath(["mlplatform:teams", name, key]),
        found: `${after[key] ?? "nothing"}, which was ${before[key] ?? "nothing"}`,
        expected: `the ${key} that the team has had from the beginning`,
        fix: "Undo the change. To move a team, add it under a new name and remove the old one.",
      }));
  });
}
