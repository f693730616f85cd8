import assert from "node:assert/strict";
import { POSTURES } from "../../../config";
import { AUDIT_LOCK } from "../../../policy-pack/controls/audit/object-lock";
import { FEWEST_DAYS } from "../../../policy-pack/controls/logging/log-retention-minimum";
import { COMPANY } from "../../../policy-pack/settings/company";

describe("the pack's table of tiers and the platform's posture", () => {
  it("speak of the same tiers", () => {
    assert.deepEqual(Object.keys(FEWEST_DAYS), Object.keys(POSTURES));
    assert.deepEqual([...new Set(Object.values(COMPANY.stackTiers))], Object.keys(POSTURES));
  });

  it("agree on logs: the posture keeps them for as long as the pack demands", () => {
    for (const [tier, days] of Object.entries(FEWEST_DAYS)) {
      const kept = POSTURES[tier as keyof typeof POSTURES].logRetentionDays;
      assert.ok(kept >= days, `${tier}: ${kept} days are kept, ${days} are demanded`);
    }
  });

  it("agree on audit logs: the posture locks them as firmly and for as long as the pack demands", () => {
    for (const [tier, lock] of Object.entries(AUDIT_LOCK)) {
      const { objectLock, retentionDays } = POSTURES[tier as keyof typeof POSTURES].audit;
      if (lock === undefined) assert.equal(objectLock, "none", tier);
      else assert.ok(lock.modes.includes(objectLock) && retentionDays >= lock.days, tier);
    }
  });

  it("agree on data classes: every one of the posture is a value that the tag may have", () => {
    const pattern = new RegExp(`^(?:${COMPANY.tagPatterns["DataClassification"] ?? ""})$`);
    const classes = new Set(Object.values(POSTURES).flatMap((posture) => posture.dataClassifications));
    assert.deepEqual(
      [...classes].filter((one) => !pattern.test(one)),
      [],
    );
    assert.equal(classes.size, 5);
  });
});
