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
  });
});
