import { isTrue, mustBe, type ResourceControl } from "../../core";

const KINDS = [
  "requireLowercaseCharacters",
  "requireNumbers",
  "requireSymbols",
  "requireUppercaseCharacters",
] as const;

/** The length and the number of remembered passwords that Security Hub's IAM.15 and IAM.16 ask for. */
const SHORTEST = 14;
const REMEMBERED = 24;

/** https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html */
export const iamPasswordPolicyStrong: ResourceControl = {
  kind: "resource",
  name: "iam-password-policy-strong",
  description:
    "Passwords of IAM users have 14 characters of all kinds, and are none of the last 24, should there ever be such a user.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "The one user that somebody makes by hand in an emergency is the one that is guessed.",
  fix: {
    text: "Ask for long passwords of all kinds of characters.",
    code: `new iam.AccountPasswordPolicy("passwords", {
  minimumPasswordLength: 14, passwordReusePrevention: 24, allowUsersToChangePassword: true,
  requireLowercaseCharacters: true, requireUppercaseCharacters: true, requireNumbers: true, requireSymbols: true,
});`,
  },
  frameworks: { nist: ["AC-2(1)", "IA-5(1)"], fsbp: ["IAM.7"] },
  types: ["aws:iam/accountPasswordPolicy:AccountPasswordPolicy"],
  check: (passwords) => [
    ...KINDS.flatMap((kind) => mustBe(passwords, kind, isTrue, "true")),
    ...mustBe(
      passwords,
      "minimumPasswordLength",
      (length) => Number(length) >= SHORTEST,
      `at least ${SHORTEST}`,
    ),
    ...mustBe(
      passwords,
      "passwordReusePrevention",
      (count) => Number(count) >= REMEMBERED,
      `at least ${REMEMBERED}`,
    ),
  ],
};
