import type { Company, DataClassification, Posture } from "../../config";

/** Where a component's resources live and whom they belong to: what every building block needs to be told. */
export interface Scope {
  readonly company: Company;
  readonly posture: Posture;
  /** The stack: `org`, or an environment's name. Part of physical names and the `Environment` tag. */
  readonly environment: string;
  /** The account in which the resources are made, by its config name and its id. */
  readonly account: { readonly name: string; readonly id: string };
  readonly region: string;
  readonly partition: string;
  /** Whom the resources belong to: `core`, `org`, or a team's name. Part of physical names and the `Team` tag. */
  readonly owner: string;
  readonly costCenter: string;
  /** Who answers for the resources, as mail addresses. */
  readonly contacts: readonly string[];
  readonly dataClassification: DataClassification;
  /** True while a team is leaving: its stores are then no longer protected from deletion. */
  readonly offboarding: boolean;
}

/** A service or global ARN of the scope's partition: `arn("iam", "role/x", { region: "" })`. */
export function arn(
  scope: Pick<Scope, "partition" | "region" | "account">,
  service: string,
  resource: string,
  parts: { readonly region?: string; readonly account?: string } = {},
): string {
  const region = parts.region ?? scope.region;
  const account = parts.account ?? scope.account.id;
  return `arn:${scope.partition}:${service}:${region}:${account}:${resource}`;
}
