import type { PackSettings, Subject } from "../../core";
import { knownAccounts } from "../../core/tier";
import { accountOf } from "../../iam/account";

/** Whether the pack was told whose accounts are the company's; otherwise only the program's own is known. */
export function knowsAccounts({ accounts, trustedAccounts }: PackSettings): boolean {
  return trustedAccounts.length > 0 || Object.values(accounts).some((ids) => (ids ?? []).length > 0);
}

/**
 * Whether an account may be given what a resource holds: the resource's own, the company's, or a trusted one. Where
 * the pack was not told of accounts it cannot tell them apart, and none is refused.
 */
export function isTrustedAccount(account: string, holder: Subject, settings: PackSettings): boolean {
  if (!knowsAccounts(settings)) return true;
  const own = accountOf(holder);
  return (
    account === own ||
    knownAccounts(holder.provider).includes(account) ||
    settings.trustedAccounts.includes(account) ||
    Object.values(settings.accounts).some((ids) => ids?.includes(account) === true)
  );
}
