import assert from "node:assert/strict";
import type { Tier } from "../../../config";
import { contentsMayGo, retentionOf } from "../../../components/secure";
import { scopeOf } from "../support/fixtures";

describe("retention", () => {
  const cases: [Tier, boolean, boolean, boolean, boolean][] = [
    ["dev", false, false, false, true],
    ["dev", true, false, false, true],
    ["staging", false, true, false, false],
    ["staging", true, false, false, true],
    ["prod", false, true, true, false],
    ["prod", true, false, true, false],
  ];
  for (const [tier, offboarding, protect, retainOnDelete, contents] of cases) {
    const state = offboarding ? "offboarding" : "active";
    it(`in ${tier}, ${state}: protect ${protect}, retain ${retainOnDelete}, contents go ${contents}`, () => {
      const scope = scopeOf("fraud", tier, { offboarding });
      assert.deepEqual(retentionOf(scope), { protect, retainOnDelete });
      assert.equal(contentsMayGo(scope), contents);
    });
  }
});
