import assert from "node:assert/strict";
import fc from "fast-check";
import type { Level } from "../../../policy-pack/contract/control";
import { inForce } from "../../../policy-pack/engine/in-force";
import { redKeys } from "../support/made-up-controls";

const RANK: Readonly<Record<Level, number>> = { disabled: 0, advisory: 1, mandatory: 2 };

describe("the level that counts for a control", () => {
  it("is its own unless the configuration says otherwise", () => {
    assert.deepEqual(inForce(redKeys, {}).levels, redKeys.levels);
  });

  it("is the tier's own word before that of the whole run", () => {
    const { levels } = inForce(redKeys, { levels: { dev: "mandatory" } }, "disabled");
    assert.deepEqual(levels, { dev: "mandatory", staging: "disabled", prod: "mandatory" });
  });

  it("can be made stricter in prod, and never laxer", () => {
    const level = fc.constantFrom<Level>("disabled", "advisory", "mandatory");
    const maybe = fc.option(level, { nil: undefined });
    fc.assert(
      fc.property(level, maybe, maybe, (own, asked, engine) => {
        const control = { ...redKeys, levels: { ...redKeys.levels, prod: own } };
        const config = asked === undefined ? {} : { levels: { prod: asked } };
        const { prod } = inForce(control, config, engine).levels;
        assert.ok(RANK[prod] >= RANK[own]);
        if (asked !== undefined) assert.ok(RANK[prod] >= RANK[asked]);
      }),
    );
  });
});
