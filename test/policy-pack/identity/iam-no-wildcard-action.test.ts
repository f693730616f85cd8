import { iamNoWildcardAction as control } from "../../../policy-pack/controls/identity/iam-no-wildcard-action";
import { declare, ref } from "../support/resources";
import { defers, passes, violates } from "../support/verdicts";
import { managedPolicy, reads } from "./cases";

describe("iam-no-wildcard-action", () => {
  const harmless = ["s3:GetObject", "ec2:Describe*", "S3:LIST*", "sagemaker:Describe*"];
  for (const action of harmless) {
    it(`passes ${action}`, () => passes(control, [managedPolicy(reads({ Action: action }))]));
  }

  it("passes a wildcard in a Deny", () => {
    passes(control, [managedPolicy(reads({ Effect: "Deny", Action: "*" }))]);
  });

  const broad = [
    "*",
    "*:*",
    "s3:*",
    "s3:Put*",
    "iam:*Role*",
    "S3:p?t*",
    "s*:Get*",
    "sagemaker:?*",
    "nosuch:Get*",
  ];
  for (const action of broad) {
    it(`refuses ${action}`, () => {
      violates(
        control,
        [managedPolicy(reads({ Action: ["s3:GetObject", action] }))],
        ["access (iam/policy): policy.Statement[0].Action[1]"],
      );
    });
  }

  it("judges each action and each statement by itself", () => {
    violates(
      control,
      [managedPolicy(reads({ Action: ["s3:*", "kms:*"] }), reads(), reads({ Action: "iam:*" }))],
      [
        "access (iam/policy): policy.Statement[0].Action[0]",
        "access (iam/policy): policy.Statement[0].Action[1]",
        "access (iam/policy): policy.Statement[2].Action",
      ],
    );
  });

  it("defers a document that is not known yet, and judges it then", () => {
    const source = declare("s3/object:Object", "o", {
      body: JSON.stringify({ Statement: reads({ Action: "s3:*" }) }),
    });
    const policy = declare("iam/policy:Policy", "late", { policy: ref(source, "body") });
    defers(
      control,
      [source, policy],
      ["late (iam/policy): policy"],
      ["late (iam/policy): policy.Statement.Action"],
    );
  });
});
