import { iamSessionLengthLimited as control } from "../../../policy-pack/controls/identity/iam-session-length-limited";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const HOUR = 3600;
const role = (principal: unknown, maxSessionDuration?: unknown, action = "sts:AssumeRole") =>
  declare("iam/role:Role", "operator", {
    assumeRolePolicy: { Statement: { Effect: "Allow", Action: action, Principal: principal } },
    ...(maxSessionDuration === undefined ? {} : { maxSessionDuration }),
  });
const people = { AWS: "arn:aws:iam::222222222222:root" };
const permissionSet = (sessionDuration?: string) =>
  declare("ssoadmin/permissionSet:PermissionSet", "operators", {
    ...(sessionDuration === undefined ? {} : { sessionDuration }),
  });
const FOUND = ["operator (iam/role): maxSessionDuration"];
const FOUND_IN_SET = ["operators (ssoadmin/permissionSet): sessionDuration"];

describe("iam-session-length-limited", () => {
  it("passes AWS's own hour, and as long as the tier allows", () => {
    passes(control, [role(people)]);
    for (const [tier, hours] of [
      ["dev", 4],
      ["staging", 2],
      ["prod", 1],
    ] as const) {
      passes(control, [role(people, hours * HOUR)], { tier });
      passes(control, [permissionSet(`PT${hours}H`)], { tier });
      violates(control, [role(people, hours * HOUR + 1)], FOUND, { tier });
      violates(control, [permissionSet(`PT${hours}H1M`)], FOUND_IN_SET, { tier });
    }
    passes(control, [permissionSet(), role(people, "3600")]);
    passes(control, [permissionSet("PT60M"), permissionSet("PT3600S")]);
  });

  for (const principal of [
    { AWS: "222222222222" },
    { AWS: "arn:aws:iam::222222222222:role/developer" },
    { Federated: "arn:aws:iam::222222222222:saml-provider/company" },
    { AWS: ["222222222222"], Service: "lambda.amazonaws.com" },
    "*",
  ]) {
    it(`judges what ${JSON.stringify(principal)} may assume`, () => {
      violates(control, [role(principal, 12 * HOUR)], FOUND);
    });
  }

  it("refuses a duration that it cannot read", () => {
    for (const duration of ["P1D", "PT", "1H", "PT1H30"]) {
      violates(control, [permissionSet(duration)], FOUND_IN_SET);
    }
    violates(control, [role(people, "an hour")], FOUND);
  });

  it("waits for a duration that is not known", () => {
    const parameter = declare("ssm/parameter:Parameter", "hours", { value: "43200" });
    defers(control, [parameter, role(people, ref(parameter, "value"))], FOUND, FOUND);
  });

  it("leaves services and machines alone, which renew by themselves", () => {
    notApplicable(control, [role({ Service: "sagemaker.amazonaws.com" }, 12 * HOUR)]);
    const token = { Federated: "arn:aws:iam::222222222222:oidc-provider/token.example.com" };
    notApplicable(control, [role(token, 12 * HOUR, "sts:AssumeRoleWithWebIdentity")]);
    violates(control, [role(people, 12 * HOUR, "sts:*")], FOUND);
  });
});
