import type { Draft } from "./draft";
import { isMapping } from "./mapping";
import { meaningProblems } from "./meaning";
import { postureOf } from "./posture";
import type { Problem } from "./problem";
import { readTeams } from "./read-teams";
import { company as companySchema } from "./schema/company";
import { environment as environmentSchema, organization as organizationSchema } from "./schema/environment";
import type { Teams } from "./schema/team";
import type { Settings } from "./settings";
import { unknownStack } from "./stacks";
import { checkShape, unknownKey, withoutMeant } from "./shape/check-shape";
import { part } from "./shape/part";
import { reservedKeyProblems } from "./shape/reserved-keys";

export type Validated =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const KEYS = {
  org: ["mlplatform:company", "mlplatform:organization"],
  environment: ["mlplatform:company", "mlplatform:environment", "mlplatform:teams"],
} as const;

/**
 * Judges what a stack is told: its shape, then its meaning.
 * @param stack The stack's name: `org`, or a tier.
 * @param values The config's values as plain data, by their full keys, such as `mlplatform:company`.
 * @returns The settings with every default filled in, or every problem at once, in the order of the keys.
 */
export function validate(stack: string, values: Readonly<Record<string, unknown>>): Validated {
  const unknown = unknownStack(stack);
  if (unknown !== undefined) return { ok: false, problems: [unknown] };

  const keys: readonly string[] = stack === "org" ? KEYS.org : KEYS.environment;
  const problems = reservedKeyProblems(values);
  for (const key of Object.keys(values)) if (!keys.includes(key)) problems.push(unknownKey([key], key, keys));

  const company = part(
    problems,
    checkShape(companySchema, values["mlplatform:company"], ["mlplatform:company"]),
  );
  return stack === "org"
    ? organization(values, company, problems)
    : environment(stack, values, company, problems);
}

function organization(
  values: Readonly<Record<string, unknown>>,
  company: Draft["company"],
  problems: Problem[],
): Validated {
  const key = "mlplatform:organization";
  const organization = part(problems, checkShape(organizationSchema, values[key], [key]));
  problems.push(...meaningProblems({ stack: "org", company, teams: {}, teamNames: new Set() }));

  if (problems.length > 0 || company === undefined || organization === undefined)
    return { ok: false, problems: withoutMeant(problems) };
  return { ok: true, settings: { kind: "organization", stack: "org", company, organization } };
}

function environment(
  stack: string,
  values: Readonly<Record<string, unknown>>,
  company: Draft["company"],
  problems: Problem[],
): Validated {
  const key = "mlplatform:environment";
  const environment = part(problems, checkShape(environmentSchema, values[key], [key]));
  const written = values["mlplatform:teams"];
  const teams = readTeams(written, problems);
  const teamNames = new Set(isMapping(written) ? Object.keys(written) : []);
  problems.push(...meaningProblems({ stack, company, environment, teams, teamNames }));

  if (problems.length > 0 || company === undefined || environment === undefined)
    return { ok: false, problems: withoutMeant(problems) };
  const posture = postureOf(environment.tier);
  return {
    ok: true,
    settings: { kind: "environment", stack, company, environment, teams: byName(teams), posture },
  };
}

/** The order in which teams are written has no meaning: nothing that is made of them may depend on it. */
function byName(teams: Teams): Teams {
  return Object.fromEntries(Object.entries(teams).sort(([a], [b]) => (a < b ? -1 : 1)));
}
