import type { Posture } from "./posture";
import type { Company } from "./schema/company";
import type { Environment, Organization } from "./schema/environment";
import type { Teams } from "./schema/team";

/** Everything that the `org` stack is built from, after validation. */
export interface OrganizationSettings {
  readonly kind: "organization";
  readonly stack: "org";
  readonly company: Company;
  readonly organization: Organization;
}

/** Everything that an environment's stack is built from, after validation. */
export interface EnvironmentSettings {
  readonly kind: "environment";
  readonly stack: string;
  readonly company: Company;
  readonly environment: Environment;
  readonly teams: Teams;
  readonly posture: Posture;
}

export type Settings = OrganizationSettings | EnvironmentSettings;
