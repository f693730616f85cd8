import { kmsDeletionSafe as control } from "../../../policy-pack/controls/kms/kms-deletion-safe";
import { declare } from "../support/resources";
import { passes, violates } from "../support/verdicts";

const key = (props: Record<string, unknown>) => declare("kms/key:Key", "data", props);
const FOUND = ["data (kms/key): deletionWindowInDays"];

describe("kms-deletion-safe", () => {
  it("passes the days of the tier, and AWS's thirty", () => {
    passes(control, [key({})]);
    passes(control, [key({ deletionWindowInDays: 30 })]);
    passes(control, [key({ deletionWindowInDays: 14 })], { tier: "staging" });
    passes(control, [key({ deletionWindowInDays: 7 })], { tier: "dev" });
  });

  it("refuses fewer", () => {
    violates(control, [key({ deletionWindowInDays: 29 })], FOUND);
    violates(control, [key({ deletionWindowInDays: 7 })], FOUND, { tier: "staging" });
  });

  it("refuses to switch the lockout check off", () => {
    violates(
      control,
      [key({ bypassPolicyLockoutSafetyCheck: true })],
      ["data (kms/key): bypassPolicyLockoutSafetyCheck"],
    );
  });
});
