import { secretRotationOn as control } from "../../../policy-pack/controls/secrets/secret-rotation-on";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const secret = declare("secretsmanager/secret:Secret", "s");
const other = declare("secretsmanager/secret:Secret", "other");
const rotation = (rotationRules: object, of = secret) =>
  declare("secretsmanager/secretRotation:SecretRotation", "r", { secretId: ref(of), rotationRules });
const at = (property: string) => [`r (secretsmanager/secretRotation): rotationRules.${property}`];

describe("secret-rotation-on", () => {
  for (const rules of [
    { automaticallyAfterDays: 30 },
    { automaticallyAfterDays: 90 },
    { scheduleExpression: "rate(12 hours)" },
    { scheduleExpression: "rate(90 days)" },
    { scheduleExpression: "cron(0 4 1 * ? *)" },
    { scheduleExpression: "cron(0 4 1 1/3 ? *)" },
  ]) {
    it(`passes ${JSON.stringify(rules)}`, () => passes(control, [secret, rotation(rules)]));
  }

  it("refuses more than 90 days, and what is no schedule", () => {
    violates(control, [secret, rotation({ automaticallyAfterDays: 91 })], at("automaticallyAfterDays"));
    for (const scheduleExpression of [
      "rate(91 days)",
      "cron(0 4 1 1,7 ? *)",
      "cron(0 4 1 1/6 ? *)",
      "cron(0 4 1 * ? 2040)",
      "monthly",
    ]) {
      violates(control, [secret, rotation({ scheduleExpression })], at("scheduleExpression"));
    }
    violates(control, [secret, rotation({ automaticallyAfterDays: 0 })], at("automaticallyAfterDays"));
    violates(control, [secret, rotation({})], at("scheduleExpression"));
  });

  it("wants one for each secret", () => {
    violates(control, [secret], ["s (secretsmanager/secret): rotation"]);
    violates(
      control,
      [secret, other, rotation({ automaticallyAfterDays: 30 }, other)],
      ["s (secretsmanager/secret): rotation"],
    );
  });

  it("has nothing to judge without secrets", () => notApplicable(control, [declare("kms/key:Key", "k")]));
});
