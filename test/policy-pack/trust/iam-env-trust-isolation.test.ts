import { iamEnvTrustIsolation as control } from "../../../policy-pack/controls/trust/iam-env-trust-isolation";
import { declare } from "../support/resources";
import { passes, violates } from "../support/verdicts";
import { bucketPolicy, reads, trusting } from "../identity/cases";

const ORG = "111111111111";
const DEV = "222222222222";
const STAGING = "333333333333";
const PROD = "444444444444";
const trust = (account: string) => ({
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${account}:role/x` },
  Action: "sts:AssumeRole",
});
const role = (account: string) =>
  declare("iam/role:Role", "r", { assumeRolePolicy: { Statement: [trust(account)] } });
const found = ["r (iam/role): assumeRolePolicy.Statement[0].Principal.AWS"];

describe("iam-env-trust-isolation", () => {
  it("passes trust within an environment, and in the organization's accounts", () => {
    passes(control, [role(PROD)]);
    passes(control, [role(ORG)]);
    passes(control, [role("999999999999")]);
    passes(control, [role(DEV)], { tier: "dev" });
    passes(control, [role(PROD)], { tier: "dev" });
  });

  it("refuses trust in a laxer one", () => {
    violates(control, [role(DEV)], found);
    violates(control, [role(STAGING)], found);
    violates(control, [role(DEV)], found, { tier: "staging" });
  });

  it("goes by the account of the resource, and spares the organization's", () => {
    passes(control, [trusting(trust(DEV))], { tier: "dev" });
    const inAccount = (account: string) =>
      declare("iam/role:Role", "r", role(DEV).props, {
        provider: { type: "pulumi:providers:aws", name: "p", props: { allowedAccountIds: `["${account}"]` } },
      });
    violates(control, [inAccount(PROD)], found, { tier: "dev" });
    passes(control, [inAccount(ORG)]);
  });

  it("reads resources' policies, grants, and conditions", () => {
    violates(
      control,
      [bucketPolicy(reads({ Principal: { AWS: DEV } }))],
      ["data (s3/bucketPolicy): policy.Statement[0].Principal.AWS"],
    );
    const everyone = {
      Principal: "*",
      Condition: { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${DEV}:role/*` } },
    };
    violates(
      control,
      [bucketPolicy(reads(everyone))],
      ["data (s3/bucketPolicy): policy.Statement[0].Condition.ArnLike.aws:PrincipalArn"],
    );
    passes(control, [bucketPolicy(reads({ Effect: "Deny", Principal: { AWS: DEV } }))]);
    const grant = declare("kms/grant:Grant", "g", { granteePrincipal: `arn:aws:iam::${DEV}:role/x` });
    violates(control, [grant], ["g (kms/grant): granteePrincipal"]);
    const permission = declare("lambda/permission:Permission", "p", { principal: DEV });
    violates(control, [permission], ["p (lambda/permission): principal"]);
  });
});
