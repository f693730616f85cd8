import type { PackSettings, Tier } from "../contract/control";
import type { Properties, RawResource } from "../contract/subject";
import { providerInput } from "./provider-input";
import { readWhole } from "./read";
import { rememberingFor } from "./remembering";
import { providerProperties } from "./subject";
import { parseUrn } from "./urn";

const STRICTNESS: Readonly<Record<Tier, number>> = { dev: 0, staging: 1, prod: 2 };

export const stricter = (a: Tier, b: Tier): Tier => (STRICTNESS[a] >= STRICTNESS[b] ? a : b);

/** The tier of a stack by its name. One that is not listed, `org` among them, is judged as prod. */
export function tierOfStack(stack: string, settings: PackSettings): Tier {
  return Object.hasOwn(settings.stackTiers, stack) ? (settings.stackTiers[stack] ?? "prod") : "prod";
}

/**
 * The tier that a resource is judged by: its stack's, or the stricter one of the account that its provider acts
 * in. The account can only make it stricter, so that no program relaxes its own judgement.
 */
export function tierOfResource(raw: RawResource, settings: PackSettings): Tier {
  const stack = parseUrn(raw.urn)?.stack;
  const byStack = stack === undefined ? "prod" : tierOfStack(stack, settings);
  return accountsOfProvider(raw).reduce<Tier>(
    (tier, account) => stricter(tier, tierOfAccount(account, settings)),
    byStack,
  );
}

function tierOfAccount(account: string, settings: PackSettings): Tier {
  const tiers: readonly Tier[] = ["prod", "staging", "dev"];
  const own = tiers.find((tier) => settings.accounts[tier]?.includes(account) === true);
  if (own !== undefined) return own;
  return settings.accounts.org?.includes(account) === true ? "prod" : "dev";
}

/** The accounts that a resource's provider may act in, as far as they are known. */
export function accountsOfProvider(raw: Pick<RawResource, "provider">): readonly string[] {
  return knownAccounts(raw.provider === undefined ? undefined : providerProperties(raw.provider.props));
}

/** The same, of a resource as a control reads it. */
export function knownAccounts(provider: Properties | undefined): readonly string[] {
  return provider === undefined ? [] : accountsAllowedBy(provider);
}

const accountsAllowedBy = rememberingFor((provider: Properties): readonly string[] => {
  const allowed = providerInput(provider, "allowedAccountIds");
  if (allowed.state !== "known") return [];
  const whole = readWhole(allowed.value);
  if (whole.state !== "known" || !Array.isArray(whole.value)) return [];
  return (whole.value as readonly unknown[]).filter((id): id is string => typeof id === "string");
});
