import assert from "node:assert/strict";
import { POSTURES, postureOf } from "../../config";

describe("posture", () => {
  it("judges an unknown tier as the strictest", () => {
    assert.equal(postureOf("prdo"), POSTURES.prod);
    assert.equal(postureOf("__proto__"), POSTURES.prod);
  });

  it("never relaxes from one tier to the next", () => {
    const tiers = [POSTURES.dev, POSTURES.staging, POSTURES.prod];
    const rising = (values: readonly number[]) =>
      values.every((value, i) => i === 0 || value >= (values[i - 1] ?? 0));
    assert.ok(rising(tiers.map((t) => t.audit.retentionDays)));
    assert.ok(rising(tiers.map((t) => t.keyDeletionDays)));
    assert.ok(rising(tiers.map((t) => t.logRetentionDays)));
    assert.ok(rising(tiers.map((t) => t.endpointInstances)));
    assert.ok(rising(tiers.map((t) => t.backup.retentionDays)));
  });

  it("backs up nothing that a tier may not hold, for no longer than a continuous backup lasts", () => {
    for (const { tier, backup, dataClassifications } of Object.values(POSTURES)) {
      const foreign = backup.dataClassifications.filter((one) => !dataClassifications.includes(one));
      assert.deepEqual(foreign, [], tier);
      assert.equal(backup.retentionDays > 0, backup.dataClassifications.length > 0, tier);
      assert.ok(backup.retentionDays <= 35, tier);
    }
    assert.deepEqual(POSTURES.prod.backup.dataClassifications, ["internal", "confidential", "restricted"]);
    assert.equal(POSTURES.prod.backup.vaultLock, "COMPLIANCE");
  });
});
