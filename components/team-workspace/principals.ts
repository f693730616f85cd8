import type { Team } from "../../config";
import { roleArn, type Scope } from "../secure";

/** What each of a team's roles is for: the last words of its name. */
export const ROLE_PURPOSES = {
  training: "training",
  notebooks: "notebooks",
  featureStore: "feature-store",
  inferenceClient: "inference-client",
  secretReader: "secret-reader",
} as const;

/** The purpose of the role that serves one model. */
export function servingPurpose(model: string): string {
  return `serving-${model}`;
}

/** The ARNs of the roles that a team has, by what it wants; none needs to exist yet. */
export interface TeamRoleArns {
  readonly training: readonly string[];
  readonly notebooks: readonly string[];
  readonly featureStore: readonly string[];
  readonly serving: readonly string[];
  readonly secretReader: readonly string[];
}

/** The roles of a team, each a list of those that its config asks for, in the order of their names. */
export function teamRoleArns(scope: Scope, team: Team): TeamRoleArns {
  const when = (wanted: boolean, purpose: string) => (wanted ? [roleArn(scope, purpose)] : []);
  const has = (map: Readonly<Record<string, unknown>>) => Object.keys(map).length > 0;
  return {
    training: when(team.training !== undefined, ROLE_PURPOSES.training),
    notebooks: when(has(team.notebooks), ROLE_PURPOSES.notebooks),
    featureStore: when(has(team.featureGroups), ROLE_PURPOSES.featureStore),
    serving: Object.keys(team.models)
      .sort()
      .map((model) => roleArn(scope, servingPurpose(model))),
    secretReader: when(has(team.secrets), ROLE_PURPOSES.secretReader),
  };
}
