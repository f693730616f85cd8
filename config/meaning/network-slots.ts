import { accountOf, type Draft } from "../draft";
import { freeSlot } from "../free-slot";
import { formatPath } from "../path";
import type { Problem } from "../problem";

/** No two teams of an account have the same network slot. */
export function networkSlots(draft: Draft): Problem[] {
  const taken = new Map<string, string>();
  return Object.entries(draft.teams).flatMap(([name, team]) => {
    const place = JSON.stringify([accountOf(draft, team), team.networkSlot]);
    const other = taken.get(place);
    if (other === undefined) {
      taken.set(place, name);
      return [];
    }
    const free = nextFreeSlot(draft, accountOf(draft, team));
    return [
      {
        path: formatPath(["mlplatform:teams", name, "networkSlot"]),
        found: `${team.networkSlot}, which is the slot of ${other}`,
        expected: "a slot that no other team of the account has",
        fix:
          free === undefined
            ? "All slots of the account are taken: give the team another account."
            : `Give the newer of the two teams the slot ${free}; a slot in use never moves.`,
      },
    ];
  });
}

/** The lowest slot of an account that no team has; undefined when all are taken. */
function nextFreeSlot(draft: Draft, account: string | undefined): number | undefined {
  const teams = Object.values(draft.teams).filter((team) => accountOf(draft, team) === account);
  return freeSlot(teams.map((team) => team.networkSlot));
}
