import { iamNoDataExfilGrant as control } from "../../../policy-pack/controls/trust/iam-no-data-exfil-grant";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { managedPolicy, reads } from "../identity/cases";

const allow = (parts: object) => managedPolicy({ Effect: "Allow", ...parts });
const at = (path: string) => [`access (iam/policy): policy.Statement[0]${path}`];

describe("iam-no-data-exfil-grant", () => {
  it("passes named stores, and what carries nothing off", () => {
    passes(control, [managedPolicy(reads())]);
    passes(control, [allow({ Action: "s3:ListAllMyBuckets", Resource: "*" })]);
    passes(control, [managedPolicy({ Effect: "Deny", Action: "s3:GetObject", Resource: "*" })]);
    const bucket = declare("s3/bucket:Bucket", "data");
    const byReference = declare("iam/rolePolicy:RolePolicy", "own", {
      policy: { Statement: [{ Effect: "Allow", Action: "s3:PutObject", Resource: ref(bucket, "arn") }] },
    });
    passes(control, [bucket, byReference]);
  });

  for (const action of ["s3:GetObject", "S3:get*", "secretsmanager:GetSecretValue", "ssm:Get*", "*"]) {
    it(`refuses ${action} on everything`, () =>
      violates(control, [allow({ Action: action, Resource: "*" })], at(".Resource")));
  }

  for (const resource of ["arn:aws:s3:::*", "arn:aws:s3:::*/*", "arn:aws:s3:*"]) {
    it(`refuses ${resource}`, () => {
      violates(
        control,
        [allow({ Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::acme/*", resource] })],
        at(".Resource[1]"),
      );
    });
  }

  it("refuses what is negated", () => {
    violates(control, [allow({ Action: "s3:GetObject", NotResource: "arn:aws:s3:::acme/*" })], at(""));
    violates(control, [allow({ NotAction: "iam:*", Resource: "*" })], at(".Resource"));
  });

  it("takes a condition on the resource, and none on the organization", () => {
    const tagged = { StringEquals: { "aws:ResourceTag/Team": "fraud" } };
    passes(control, [allow({ Action: "secretsmanager:GetSecretValue", Resource: "*", Condition: tagged })]);
    const organization = { StringEquals: { "aws:ResourceOrgID": "o-exampleorgid" } };
    violates(
      control,
      [allow({ Action: "s3:GetObject", Resource: "*", Condition: organization })],
      at(".Resource"),
    );
  });

  it("has nothing to judge without policies", () =>
    notApplicable(control, [declare("s3/bucket:Bucket", "b")]));
});
