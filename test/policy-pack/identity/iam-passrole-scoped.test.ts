import { iamPassroleScoped as control } from "../../../policy-pack/controls/identity/iam-passrole-scoped";
import { passes, violates } from "../support/verdicts";
import { managedPolicy, reads } from "./cases";

const ROLE = "arn:aws:iam::222222222222:role/acme-dev-fraud-training";
const TO_SAGEMAKER = { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } };
const passRole = (parts: object = {}) =>
  managedPolicy({
    Effect: "Allow",
    Action: "iam:PassRole",
    Resource: ROLE,
    Condition: TO_SAGEMAKER,
    ...parts,
  });
const at = (path: string) => [`access (iam/policy): policy.Statement[0].${path}`];

describe("iam-passrole-scoped", () => {
  it("passes named roles to a named service, and policies without PassRole", () => {
    passes(control, [passRole()]);
    passes(control, [passRole({ Resource: ["arn:aws:iam::222222222222:role/acme-dev-fraud-*"] })]);
    passes(control, [managedPolicy(reads())]);
  });

  for (const resource of [
    "*",
    "arn:aws:iam::222222222222:role/*",
    "arn:aws:iam::*:role/acme-dev-fraud-training",
    "arn:aws:iam::222222222222:*",
  ]) {
    it(`refuses ${resource}`, () => violates(control, [passRole({ Resource: resource })], at("Resource")));
  }

  it("refuses every service", () => {
    violates(control, [passRole({ Condition: undefined })], at("Condition"));
    violates(
      control,
      [passRole({ Condition: { StringLike: { "iam:PassedToService": "*" } } })],
      at("Condition"),
    );
    const ifExists = { StringEqualsIfExists: { "iam:PassedToService": "sagemaker.amazonaws.com" } };
    violates(control, [passRole({ Condition: ifExists })], at("Condition"));
  });

  it("sees it behind a wildcard, in any case", () => {
    violates(control, [passRole({ Action: "IAM:pass*", Condition: undefined })], at("Condition"));
    violates(
      control,
      [passRole({ Action: "*", Resource: "*", Condition: undefined })],
      [...at("Resource"), ...at("Condition")],
    );
  });
});
