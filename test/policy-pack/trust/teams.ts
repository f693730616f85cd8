import { AT_HOME, HOME } from "../identity/cases";
import { declare, type Declared, ref } from "../support/resources";

export const ROOT = `arn:aws:iam::${HOME}:root`;

/** A role of a team, with the statements of its trust policy. */
export function roleOf(team: string | undefined, name: string, ...trust: readonly object[]): Declared {
  const tags = team === undefined ? {} : { Team: team };
  return declare("iam/role:Role", name, { name, tags, assumeRolePolicy: { Statement: trust } }, AT_HOME);
}

/** A statement that lets principals assume a role. */
export const trusts = (aws: unknown, parts: object = {}): object => ({
  Effect: "Allow",
  Principal: { AWS: aws },
  Action: "sts:AssumeRole",
  ...parts,
});

/** A statement that lets one role assume another. */
export const trustsRole = (role: Declared): object => trusts(ref(role, "arn"));

/** A key of a team, with the statements of its policy. */
export function keyOf(team: string | undefined, name: string, ...statements: readonly object[]): Declared {
  const tags = team === undefined ? {} : { Team: team };
  return declare("kms/key:Key", name, { tags, policy: { Statement: statements } }, AT_HOME);
}
