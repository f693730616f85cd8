import { accountOf, type Draft } from "../draft";
import { found, oneOf } from "../found";
import { parseModelPackage } from "../model-package";
import { nearest } from "../nearest";
import { formatPath } from "../path";
import type { Problem } from "../problem";
import type { Company } from "../schema/company";
import type { Team } from "../schema/team";

/** The most groups that a message lists. */
const MOST_SHOWN = 5;

/**
 * A served version is one of the team's own registry in the account that serves it, so that nobody elsewhere can change
 * what runs, or take it away.
 */
export function modelPackages(draft: Draft): Problem[] {
  const { company } = draft;
  if (company === undefined) return [];
  return Object.entries(draft.teams).flatMap(([name, team]) =>
    Object.entries(team.models).flatMap(([model, { modelPackage }]) => {
      if (modelPackage === undefined) return [];
      const fault = faultOf(modelPackage, draft, company, name, team);
      const path = formatPath(["mlplatform:teams", name, "models", model, "modelPackage"]);
      return fault === undefined ? [] : [{ path, ...fault }];
    }),
  );
}

function faultOf(
  arn: string,
  draft: Draft,
  company: Company,
  name: string,
  team: Team,
): Omit<Problem, "path"> | undefined {
  const version = parseModelPackage(arn);
  if (version === undefined) return undefined;
  const { home } = company.regions;
  const account = company.accounts.workloads[accountOf(draft, team) ?? ""]?.id;
  if (account !== undefined && version.account !== account) {
    return {
      found: `a version in the account ${found(version.account)}`,
      expected: `a version in ${found(account)}, the account that ${name} works in`,
      fix: `Copy the artifact into the team's model bucket there, register it in the account ${account}, and name that version.`,
    };
  }
  if (version.region !== home || version.partition !== company.partition) {
    return {
      found: `a version in ${version.partition}, ${version.region}`,
      expected: `a version in ${company.partition}, ${home}`,
      fix: `Register the model in ${home}, and name that version.`,
    };
  }
  return groupFault(version.group, draft, company, name, team);
}

function groupFault(
  group: string,
  { stack }: Draft,
  company: Company,
  name: string,
  team: Team,
): Omit<Problem, "path"> | undefined {
  const prefix = `${company.name}-${stack}-${name}-`;
  const own = team.modelPackageGroups.map((each) => `${prefix}${each}`);
  if (own.includes(group)) return undefined;
  const meant = nearest(group, own);
  const add = group.startsWith(prefix)
    ? `Add "${group.slice(prefix.length)}" to "modelPackageGroups" and bring it up first.`
    : "Register the model in a group of the team's own, and name that version.";
  return {
    found: `a version in the group ${found(group)}`,
    expected:
      own.length === 0 || own.length > MOST_SHOWN
        ? `a version in one of the team's own groups, whose names begin with ${found(prefix)}`
        : `a version in ${oneOf(own.map((each) => found(each)))}`,
    fix: meant === undefined ? add : `Name the group "${meant}".`,
  };
}
