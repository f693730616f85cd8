import type { Company } from "./schema/company";
import type { Environment } from "./schema/environment";
import type { Teams } from "./schema/team";

/**
 * What is known of a stack's config after its shape was checked, and before its meaning is. Parts with a
 * wrong shape are absent, so that the others are judged all the same and every problem is shown at once.
 */
export interface Draft {
  /** The stack's name, which is the tier by whose posture everything is judged; or `org`. */
  readonly stack: string;
  readonly company?: Company;
  /** Absent in `org`. */
  readonly environment?: Environment;
  /** The teams whose shape is right. */
  readonly teams: Teams;
  /** The names of all teams that are written, those with a wrong shape among them. */
  readonly teamNames: ReadonlySet<string>;
}

/** The account that a team works in: its own, or the environment's. */
export function accountOf(draft: Draft, team: Teams[string]): string | undefined {
  return team.account ?? draft.environment?.account;
}
