import { mustBe, mustBeCustomerKey, type ResourceControl } from "../../core";
import { DOMAIN } from "./settings";

export const smDomainCmkAndSso: ResourceControl = {
  kind: "resource",
  name: "sm-domain-cmk-and-sso",
  description:
    "The volume of every Studio domain is encrypted with a customer managed key, its users show in the trail by name, and in prod they sign in through IAM Identity Center.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Home directories hold copies of the data; without the user's name in the trail nobody can tell who did what under a shared role.",
  fix: {
    text: "Name the team's key, put the profile's name into the role session, and use SSO.",
    code: `new sagemaker.Domain("studio", {
  ...,
  kmsKeyId: key.arn,
  authMode: "SSO",
  domainSettings: { ..., executionRoleIdentityConfig: "USER_PROFILE_NAME" },
});`,
  },
  frameworks: { nist: ["IA-2", "SC-28"], gdpr: ["32"], checkov: ["CKV_AWS_187"] },
  types: [DOMAIN],
  check: (subject, { tier }) => [
    ...mustBeCustomerKey(subject, "kmsKeyId"),
    ...(tier === "prod" ? mustBe(subject, "authMode", (value) => value === "SSO", '"SSO"') : []),
    ...mustBe(
      subject,
      "domainSettings.executionRoleIdentityConfig",
      (value) => value === "USER_PROFILE_NAME",
      '"USER_PROFILE_NAME"',
    ),
  ],
};
