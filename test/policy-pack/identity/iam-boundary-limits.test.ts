import { iamBoundaryLimits as control } from "../../../policy-pack/controls/identity/iam-boundary-limits";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const IN_ORGANIZATION = { StringEqualsIfExists: { "aws:ResourceOrgID": "o-exampleorgid" } };
const work = (more: object = {}) => ({
  Effect: "Allow",
  Action: ["s3:GetObject", "s3:PutObject"],
  Resource: "*",
  Condition: IN_ORGANIZATION,
  ...more,
});
const pass = (more: object = {}) => ({
  Effect: "Allow",
  Action: "iam:PassRole",
  Resource: "arn:aws:iam::222222222222:role/acme-*",
  Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
  ...more,
});
const boundary = (...Statement: readonly object[]) =>
  declare("iam/policy:Policy", "boundary", { name: "boundary", policy: JSON.stringify({ Statement }) });
const bounded = (...statements: readonly object[]) => {
  const policy = boundary(...statements);
  return [policy, declare("iam/role:Role", "training", { permissionsBoundary: ref(policy, "arn") })];
};
const at = (...places: readonly string[]) => places.map((place) => `boundary (iam/policy): ${place}`);

describe("iam-boundary-limits", () => {
  it("passes actions by name, on resources of the organization, the account or the region", () => {
    passes(control, bounded(work(), pass()));
    for (const Condition of [
      { StringEquals: { "aws:ResourceAccount": "222222222222" } },
      { StringEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-west-1"] } },
      { "ForAllValues:StringLike": { "aws:ResourceOrgPaths": "o-exampleorgid/r-ab12/ou-ab12-1/*" } },
    ]) {
      passes(control, bounded(work({ Condition })));
    }
    const named = work({ Resource: "arn:aws:s3:::ml-*/*" });
    delete (named as { Condition?: object }).Condition;
    passes(control, bounded(named));
  });

  it("passes a boundary that is written as what it denies", () => {
    const everything = { Effect: "Allow", Action: "s3:*", Resource: "*" };
    passes(control, bounded(everything, { Effect: "Deny", Action: "iam:*", Resource: "*" }));
  });

  it("finds actions by the dozen", () => {
    violates(control, bounded(work({ Action: "*" })), [
      ...at("policy.Statement[0].Action", "policy.Statement[0].Resource", "policy.Statement[0].Condition"),
    ]);
    violates(
      control,
      bounded(work({ Action: ["s3:GetObject", "s3:*"] })),
      at("policy.Statement[0].Action[1]"),
    );
    violates(
      control,
      bounded({ Effect: "Allow", NotAction: "iam:*", Resource: "*", Condition: IN_ORGANIZATION }),
      at("policy.Statement[0].NotAction"),
    );
  });

  it("finds what reaches beyond the organization", () => {
    for (const Condition of [
      {},
      { StringLike: { "aws:ResourceOrgID": "*" } },
      { StringNotEquals: { "aws:ResourceOrgID": "o-exampleorgid" } },
      { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } },
    ]) {
      violates(control, bounded(work({ Condition })), at("policy.Statement[0].Condition"));
    }
  });

  it("finds roles that are passed on to anything, or any of them", () => {
    violates(control, bounded(pass({ Condition: {} })), at("policy.Statement[0].Condition"));
    violates(
      control,
      bounded(pass({ Resource: "*", Condition: { ...pass().Condition, ...IN_ORGANIZATION } })),
      at("policy.Statement[0].Resource"),
    );
  });

  it("finds what copies or opens stores for every role that is bounded", () => {
    const role = (name: string) => `arn:aws:iam::222222222222:role/${name}`;
    const by = (Condition: object) =>
      work({
        Action: ["s3:GetObject", "s3:PutInventoryConfiguration"],
        Condition: { ...IN_ORGANIZATION, ...Condition },
      });
    const found = at("policy.Statement[0].Condition");
    for (const Condition of [
      { ArnLike: { "aws:PrincipalArn": [role("acme-*-backup"), role("backups/*")] } },
      { StringEquals: { "aws:PrincipalTag/Purpose": "backup" } },
    ]) {
      passes(control, bounded(by(Condition)));
    }
    for (const Condition of [
      {},
      { StringLike: { "aws:PrincipalArn": "*" } },
      { ArnLike: { "aws:PrincipalArn": [role("acme-*-backup"), role("*")] } },
      { ArnNotLike: { "aws:PrincipalArn": role("acme-*-backup") } },
      { ArnLikeIfExists: { "aws:PrincipalArn": role("acme-*-backup") } },
      { StringLike: { "aws:PrincipalTag/Purpose": "*" } },
      { StringEquals: { "aws:PrincipalAccount": "222222222222" } },
    ]) {
      violates(control, bounded(by(Condition)), found);
    }
    violates(control, bounded(work({ Action: "kms:PutKeyPolicy" })), found);
    passes(control, bounded(work({ Action: "s3:PutBucketPolicy", Resource: "arn:aws:s3:::acme-reports" })));
  });

  it("waits for a boundary that is not known yet", () => {
    const document = declare("iam/policyDocument:Doc", "doc", {
      json: JSON.stringify({ Statement: [work({ Condition: {} })] }),
    });
    const policy = declare("iam/policy:Policy", "boundary", { policy: ref(document, "json") });
    const role = declare("iam/role:Role", "training", { permissionsBoundary: ref(policy, "arn") });
    defers(control, [document, policy, role], at("policy"), at("policy.Statement[0].Condition"));
  });

  it("leaves alone policies that bound nobody", () => {
    notApplicable(control, [boundary(work({ Action: "*" })), declare("iam/role:Role", "free")]);
  });
});
