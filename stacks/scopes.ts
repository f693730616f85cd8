import { type Company, type EnvironmentSettings, type Posture, POSTURES, type Team } from "../config";
import type { Scope } from "../components/secure/scope";
import type { Account } from "./providers";

/** The accounts of the organization itself, by the names that they have in the configuration. */
export const ORGANIZATION_ACCOUNTS = [
  "management",
  "logArchive",
  "security",
  "shared",
] as const satisfies readonly Exclude<keyof Company["accounts"], "workloads">[];
export type OrganizationAccount = (typeof ORGANIZATION_ACCOUNTS)[number];

/**
 * The scope of what the platform itself owns, rather than a team.
 * @param environment The stack: `org`, or an environment's name.
 */
export function platformScope(
  company: Company,
  posture: Posture,
  environment: string,
  account: Account,
): Scope {
  return {
    company,
    posture,
    environment,
    account,
    region: company.regions.home,
    partition: company.partition,
    owner: "core",
    costCenter: company.platform.costCenter,
    contacts: company.platform.owners,
    // The core carries every team's traffic and logs: it is classified as the most sensitive of them.
    dataClassification: posture.dataClassifications.at(-1) ?? "restricted",
    offboarding: false,
  };
}

/**
 * The scope of an account of the organization itself, which is held to what holds for prod.
 * @param contacts Who answers for it. Default: the platform, where only names are derived.
 */
export function organizationScope(
  company: Company,
  name: OrganizationAccount,
  contacts?: readonly string[],
): Scope {
  const scope = platformScope(company, POSTURES.prod, "org", { name, id: company.accounts[name] });
  return contacts === undefined ? scope : { ...scope, contacts };
}

/** The scope of what a team owns in its account. */
export function teamScope(
  { company, posture, stack }: EnvironmentSettings,
  name: string,
  team: Team,
  account: Account,
): Scope {
  return {
    ...platformScope(company, posture, stack, account),
    owner: name,
    costCenter: team.costCenter,
    contacts: team.owners,
    dataClassification: team.dataClassification,
    offboarding: team.state === "offboarding",
  };
}
