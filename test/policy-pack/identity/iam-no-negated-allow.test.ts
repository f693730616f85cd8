import { iamNoNegatedAllow as control } from "../../../policy-pack/controls/identity/iam-no-negated-allow";
import { passes, violates } from "../support/verdicts";
import { bucketPolicy, managedPolicy, reads, trusting } from "./cases";

describe("iam-no-negated-allow", () => {
  it("passes what says what it allows, and a Deny with exceptions", () => {
    passes(control, [managedPolicy(reads(), { Effect: "Deny", NotAction: "iam:*", Resource: "*" })]);
    passes(control, [
      bucketPolicy({ Effect: "Deny", NotPrincipal: { AWS: "222222222222" }, Action: "s3:*" }),
    ]);
  });

  it("refuses each negation", () => {
    const policy = managedPolicy({ Effect: "Allow", NotAction: "iam:*", NotResource: "arn:aws:s3:::a" });
    violates(
      control,
      [policy],
      [
        "access (iam/policy): policy.Statement[0].NotAction",
        "access (iam/policy): policy.Statement[0].NotResource",
      ],
    );
  });

  it("refuses it in resource and trust policies", () => {
    const others = { NotPrincipal: { AWS: "arn:aws:iam::222222222222:root" } };
    violates(
      control,
      [bucketPolicy({ Effect: "Allow", Action: "s3:GetObject", ...others })],
      ["data (s3/bucketPolicy): policy.Statement[0].NotPrincipal"],
    );
    violates(
      control,
      [trusting({ Effect: "Allow", Action: "sts:AssumeRole", ...others })],
      ["training (iam/role): assumeRolePolicy.Statement[0].NotPrincipal"],
    );
  });
});
