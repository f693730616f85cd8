import { iamTrustPolicyScoped as control } from "../../../policy-pack/controls/identity/iam-trust-policy-scoped";
import { passes, violates } from "../support/verdicts";
import { HOME, trusting } from "./cases";

const trust = (Principal: unknown, Condition?: unknown) =>
  trusting({
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal,
    ...(Condition === undefined ? {} : { Condition }),
  });
const FOUND = ["training (iam/role): assumeRolePolicy.Statement[0].Principal.AWS"];
const FOREIGN = "999999999999";

describe("iam-trust-policy-scoped", () => {
  it("passes services, and its own account's principals", () => {
    passes(control, [trust({ Service: "sagemaker.amazonaws.com" })]);
    passes(control, [trust({ AWS: `arn:aws:iam::${HOME}:role/pipeline` })]);
    passes(control, [trust({ AWS: `arn:aws:iam::${HOME}:root` })]);
  });

  it("passes another account within the organization, or with an external id", () => {
    passes(control, [trust({ AWS: FOREIGN }, { StringEquals: { "sts:ExternalId": "b7c1f0" } })]);
    const organization = { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } };
    passes(control, [trust({ AWS: `arn:aws:iam::${FOREIGN}:role/ci` }, organization)]);
  });

  it("refuses everyone but a few, and services by a star", () => {
    const statement = { Effect: "Allow", Action: "sts:AssumeRole" };
    const butOne = { ...statement, NotPrincipal: { AWS: `arn:aws:iam::${HOME}:role/pipeline` } };
    violates(
      control,
      [trusting(butOne)],
      ["training (iam/role): assumeRolePolicy.Statement[0].NotPrincipal"],
    );
    violates(
      control,
      [trust({ Service: "*.amazonaws.com" })],
      ["training (iam/role): assumeRolePolicy.Statement[0].Principal.Service"],
    );
  });

  it("passes everyone only by the ARN of a role", () => {
    const byArn = {
      ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${HOME}:role/aws-reserved/sso.amazonaws.com/*` },
    };
    passes(control, [trust({ AWS: "*" }, byArn)]);
    violates(
      control,
      [trust({ AWS: "*" }, { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } })],
      FOUND,
    );
  });

  for (const principal of [
    "*",
    FOREIGN,
    `arn:aws:iam::${FOREIGN}:root`,
    `arn:aws:iam::${FOREIGN}:role/ci`,
    "arn:aws:iam::*:role/ci",
  ]) {
    it(`refuses ${principal}`, () => violates(control, [trust({ AWS: principal })], FOUND));
  }

  it("refuses conditions that let a stranger through", () => {
    for (const condition of [
      { StringLike: { "sts:ExternalId": "*" } },
      { StringEqualsIfExists: { "sts:ExternalId": "b7c1f0" } },
      { StringEquals: { "aws:PrincipalOrgID": "o-someoneelse" } },
      { Bool: { "aws:MultiFactorAuthPresent": "true" } },
    ]) {
      violates(control, [trust({ AWS: FOREIGN }, condition)], FOUND);
    }
  });
});
