import { iamPasswordPolicyStrong as control } from "../../../policy-pack/controls/account/iam-password-policy-strong";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const STRONG = {
  minimumPasswordLength: 14,
  passwordReusePrevention: 24,
  requireLowercaseCharacters: true,
  requireNumbers: true,
  requireSymbols: true,
  requireUppercaseCharacters: true,
};
const passwords = (props: object) =>
  declare("iam/accountPasswordPolicy:AccountPasswordPolicy", "p", { ...STRONG, ...props });
const at = (property: string) => [`p (iam/accountPasswordPolicy): ${property}`];

describe("iam-password-policy-strong", () => {
  it("passes long passwords of all kinds, each of them new", () => {
    passes(control, [passwords({})]);
    passes(control, [passwords({ minimumPasswordLength: 32, hardExpiry: true })]);
  });

  it("finds passwords that are short, of few kinds, or old ones again", () => {
    violates(control, [passwords({ minimumPasswordLength: 13 })], at("minimumPasswordLength"));
    violates(control, [passwords({ passwordReusePrevention: 23 })], at("passwordReusePrevention"));
    for (const kind of Object.keys(STRONG).filter((name) => name.startsWith("require"))) {
      violates(control, [passwords({ [kind]: false })], at(kind));
    }
  });

  it("finds what is left out, for which AWS asks less", () => {
    for (const name of Object.keys(STRONG)) {
      violates(control, [passwords({ [name]: undefined })], at(name));
    }
  });

  it("waits for a length that is not known yet", () => {
    const length = declare("ssm/parameter:Parameter", "length");
    const later = passwords({ minimumPasswordLength: ref(length, "value") });
    defers(control, [later, length], at("minimumPasswordLength"), at("minimumPasswordLength"));
  });

  it("has nothing to judge elsewhere", () => {
    notApplicable(control, [declare("iam/role:Role", "other")]);
  });
});
