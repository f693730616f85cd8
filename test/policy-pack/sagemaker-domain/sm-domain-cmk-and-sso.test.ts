import { smDomainCmkAndSso as control } from "../../../policy-pack/controls/sagemaker-domain/sm-domain-cmk-and-sso";
import { ref } from "../support/resources";
import { passes, violates } from "../support/verdicts";
import { domain, key, ofDomain } from "./domain-cases";

const GOOD = {
  kmsKeyId: ref(key, "arn"),
  authMode: "SSO",
  domainSettings: { executionRoleIdentityConfig: "USER_PROFILE_NAME" },
};

describe("sm-domain-cmk-and-sso", () => {
  it("passes a customer key, SSO and names in the trail", () => {
    passes(control, [key, domain(GOOD)]);
  });

  it("finds no key, AWS's key, and users without a name", () => {
    violates(control, [key, domain({ ...GOOD, kmsKeyId: undefined })], [ofDomain("kmsKeyId")]);
    violates(
      control,
      [key, domain({ ...GOOD, kmsKeyId: "alias/aws/elasticfilesystem" })],
      [ofDomain("kmsKeyId")],
    );
    const line = [ofDomain("domainSettings.executionRoleIdentityConfig")];
    violates(control, [key, domain({ ...GOOD, domainSettings: undefined })], line);
    violates(
      control,
      [key, domain({ ...GOOD, domainSettings: { executionRoleIdentityConfig: "DISABLED" } })],
      line,
    );
  });

  it("asks for SSO in prod alone", () => {
    const iam = [key, domain({ ...GOOD, authMode: "IAM" })];
    violates(control, iam, [ofDomain("authMode")]);
    passes(control, iam, { tier: "staging" });
  });
});
