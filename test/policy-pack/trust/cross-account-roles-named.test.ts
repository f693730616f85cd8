import { crossAccountRolesNamed as control } from "../../../policy-pack/controls/trust/cross-account-roles-named";
import { AT_HOME, HOME } from "../identity/cases";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const OTHER = "arn:aws:iam::333333333333:root";
const allow = (aws: unknown, Condition: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS: aws },
  Action: ["s3:ListBucket"],
  Resource: "*",
  Condition,
});
const policy = (statement: object, more: object = AT_HOME) =>
  declare("s3/bucketPolicy:BucketPolicy", "p", { policy: { Statement: [statement] } }, more);
const found = ["p (s3/bucketPolicy): policy.Statement[0].Principal.AWS"];
const role = "arn:aws:iam::333333333333:role/deployment";

describe("cross-account-roles-named", () => {
  it("passes roles that are named, and the account itself", () => {
    passes(control, [policy(allow(role))]);
    passes(control, [policy(allow(`arn:aws:iam::${HOME}:root`))]);
    passes(control, [policy({ ...allow(OTHER), Effect: "Deny" })]);
    passes(control, [policy({ ...allow(OTHER), Principal: { Service: "logging.s3.amazonaws.com" } })]);
  });

  for (const [words, condition] of [
    ["a role's name", { ArnEquals: { "aws:PrincipalArn": [role] } }],
    ["the beginning of one", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deployment-*" } }],
    ["a team", { StringEquals: { "aws:PrincipalTag/Team": "fraud" } }],
    ["a unit", { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-1/*" } }],
    ["an endpoint", { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } }],
  ] as const) {
    it(`passes another account that is limited by ${words}`, () => {
      passes(control, [policy(allow(OTHER, condition))]);
    });
  }

  it("refuses another account as a whole: by ARN, by number, among others", () => {
    violates(control, [policy(allow(OTHER))], found);
    violates(control, [policy(allow("333333333333"))], found);
    violates(control, [policy(allow([role, OTHER]))], [`${found[0] ?? ""}[1]`]);
    const secret = declare(
      "secretsmanager/secret:Secret",
      "s",
      { policy: { Statement: [allow(OTHER)] } },
      AT_HOME,
    );
    violates(control, [secret], ["s (secretsmanager/secret): policy.Statement[0].Principal.AWS"]);
    const json = JSON.stringify({ Statement: allow(OTHER) });
    violates(
      control,
      [declare("s3/accessPoint:AccessPoint", "a", { policy: json }, AT_HOME)],
      ["a (s3/accessPoint): policy.Statement.Principal.AWS"],
    );
  });

  for (const [words, condition] of [
    ["any role", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::333333333333:role/*" } }],
    ["anything", { StringLike: { "aws:PrincipalArn": "*" } }],
    ["a key that need not be there", { ArnEqualsIfExists: { "aws:PrincipalArn": [role] } }],
    ["everyone but a role", { ArnNotEquals: { "aws:PrincipalArn": [role] } }],
    ["a role or any", { ArnLike: { "aws:PrincipalArn": [role, "*"] } }],
    ["the organization", { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } }],
    ["transport", { Bool: { "aws:SecureTransport": "true" } }],
  ] as const) {
    it(`refuses another account that is limited by ${words}`, () => {
      violates(control, [policy(allow(OTHER, condition))], found);
    });
  }

  it("waits for a condition that is not known yet", () => {
    const other = declare("iam/role:Role", "r", { arnPattern: "*" });
    const late = policy(allow(OTHER, { ArnLike: { "aws:PrincipalArn": ref(other, "arnPattern") } }));
    defers(control, [other, late], ["p (s3/bucketPolicy): policy.Statement[0].Condition"], found);
  });

  it("has nothing to judge without a policy, and cannot tell whose account it is in without a provider", () => {
    notApplicable(control, [declare("s3/bucket:Bucket", "b", {}, AT_HOME)]);
    passes(control, [policy(allow(OTHER), {})]);
  });
});
