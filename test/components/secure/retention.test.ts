import assert from "node:assert/strict";
import type { Tier } from "../../../config";
import { retentionOf } from "../../../components/secure";
import { scopeOf } from "../support/fixtures";

describe("retention", () => {
  const cases: [Tier, boolean, boolean, boolean][] = [
    ["dev", false, false, false],
    ["dev", true, false, false],
    ["staging", false, true, false],
    ["staging", true, false, false],
    ["prod", false, true, true],
    ["prod", true, false, true],
  ];
  for (const [tier, offboarding, protect, retainOnDelete] of cases) {
    it(`in ${tier}, ${offboarding ? "offboarding" : "active"}: protect ${protect}, retain ${retainOnDelete}`, () => {
      assert.deepEqual(retentionOf(scopeOf("fraud", tier, { offboarding })), { protect, retainOnDelete });
    });
  }
});
