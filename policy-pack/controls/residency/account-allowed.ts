import {
  type PackSettings,
  parseUrn,
  type ResourceControl,
  type Tier,
  violation,
  deferred,
} from "../../core";
import { providerInput } from "../../core/provider-input";
import { remembering, rememberingFor } from "../../core/remembering";
import { knownAccounts } from "../../core/tier";
import { judgeAccountsNamed } from "./accounts-named";

export const accountAllowed: ResourceControl = {
  kind: "resource",
  name: "account-allowed",
  description:
    "Every resource's provider names the account that it may act in, one of the stack's own tier; its keys are in those too, its roles, functions and secrets in accounts of the company.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "With the wrong profile or role, a deployment of dev lands in prod; the provider refuses only when it was told which accounts are allowed. Whoever has the key has the data, and can take it away.",
  fix: {
    text: "Give the provider the ids of the accounts that it may act in.",
    code: `new aws.Provider("core", { ..., allowedAccountIds: ["222222222222"] });`,
  },
  frameworks: { nist: ["AC-3", "AC-4", "SC-32"], gdpr: ["32"] },
  exemptibleInProd: false,
  types: ["aws:*"],
  check: (subject, { settings }) => {
    const stack = parseUrn(subject.urn)?.stack ?? "";
    const allowed = accountsOfStack(settings)(stack);
    if (allowed.length === 0) return "not-applicable";
    const named = judgeAccountsNamed(subject, settings, allowed);
    const property = "provider.allowedAccountIds";
    const required = `accounts of ${stack}: ${allowed.join(", ")}`;
    const value = providerInput(subject.provider, "allowedAccountIds");
    if (value.state === "unknown") return [deferred(subject, property), ...named];
    const accounts = knownAccounts(subject.provider);
    if (accounts.length === 0) return [violation(subject, property, "not set", required), ...named];
    const foreign = accounts.filter((account) => !allowed.includes(account));
    const acting = foreign.length === 0 ? [] : [violation(subject, property, foreign.join(", "), required)];
    return [...acting, ...named];
  },
};

/** The accounts of a stack's tier and of the organization; of a stack without a tier, such as `org`, all of them. */
const accountsOfStack = rememberingFor(({ accounts, stackTiers }: PackSettings) =>
  remembering((stack): readonly string[] => {
    const tier: Tier | undefined = Object.hasOwn(stackTiers, stack) ? stackTiers[stack] : undefined;
    if (tier === undefined) return Object.values(accounts).flat();
    return [...(accounts[tier] ?? []), ...(accounts.org ?? [])];
  }),
);
