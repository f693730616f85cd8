import { NETWORK_SLOTS } from "./limits";
import type { EnvironmentSettings } from "./settings";

/** The lowest slot that is not among those taken; undefined when all are. */
export function freeSlot(taken: Iterable<number>): number | undefined {
  const used = new Set(taken);
  for (let slot = NETWORK_SLOTS.first; slot <= NETWORK_SLOTS.last; slot++) if (!used.has(slot)) return slot;
  return undefined;
}

/**
 * The network slot for a new team.
 * @param account The account of the team's own. Default: the environment's.
 * @returns undefined when the account is full.
 */
export function freeNetworkSlot(
  { teams, environment }: EnvironmentSettings,
  account?: string,
): number | undefined {
  const wanted = account ?? environment.account;
  const neighbours = Object.values(teams).filter((team) => (team.account ?? environment.account) === wanted);
  return freeSlot(neighbours.map((team) => team.networkSlot));
}
