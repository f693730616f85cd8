import type { PackSettings, Tier } from "../contract/control";
import type { RawResource } from "../contract/subject";
import { stricter, tierOfResource } from "./tier";

/** The tiers that a stack's resources are judged by. */
export interface Tiers {
  /** A resource's tier; of one that is not there, the strictest of all. */
  readonly tierOf: (urn: string) => Tier;
  readonly strictest: Tier;
}

export function tiersOf(resources: readonly RawResource[], settings: PackSettings): Tiers {
  const tiers = new Map(resources.map((raw) => [raw.urn, tierOfResource(raw, settings)]));
  const strictest = tiers.size === 0 ? "prod" : [...tiers.values()].reduce<Tier>(stricter, "dev");
  return { tierOf: (urn) => tiers.get(urn) ?? strictest, strictest };
}
