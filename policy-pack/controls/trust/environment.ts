import type { PackSettings, Subject, Tier } from "../../core";
import { tagOf } from "../../core/tags";
import { accountOf } from "../../iam/account";

/** What an account is there for: a tier's workloads, or the whole organization. */
export type Environment = Tier | "org";

const STRICTNESS: Readonly<Record<Tier, number>> = { dev: 0, staging: 1, prod: 2 };

/** The environment of an account; undefined for one that the pack was not told of. */
export function environmentOfAccount(account: string, { accounts }: PackSettings): Environment | undefined {
  return (["prod", "staging", "dev", "org"] as const).find(
    (name) => accounts[name]?.includes(account) === true,
  );
}

/** The environment that a resource is in: its account's, else what its `Environment` tag says. */
export function environmentOf(subject: Subject, settings: PackSettings): Environment | undefined {
  const account = accountOf(subject);
  const known = account === undefined ? undefined : environmentOfAccount(account, settings);
  if (known !== undefined) return known;
  const tag = tagOf(subject, "Environment").value;
  return (["prod", "staging", "dev"] as const).find((tier) => tag.state === "known" && tag.value === tier);
}

/** Whether an environment is laxer than a tier. The organization's accounts serve all of them and are laxer than none. */
export function isLaxer(environment: Environment | undefined, tier: Tier): boolean {
  return environment !== undefined && environment !== "org" && STRICTNESS[environment] < STRICTNESS[tier];
}
