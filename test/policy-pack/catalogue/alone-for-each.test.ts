import assert from "node:assert/strict";
import { CONTROLS } from "../../../policy-pack/controls";
import { ROWS } from "./alone";
import { ownTest } from "./own-test";

describe("a mutation that a control alone catches", () => {
  it("is written down once for each control, here or in the control's own test", () => {
    const names = CONTROLS.map(({ name }) => name);
    const here = ROWS.map(({ control }) => control);
    const inOwnTest = names.filter((name) => /\bcatchesAlone\(/.test(ownTest(name) ?? ""));
    const shown = [...here, ...inOwnTest];
    const without = names.filter((name) => !shown.includes(name));
    const ask = "write catchesAlone(…) in the control's own test, as docs/adding-a-control.md says";
    assert.deepEqual(without, [], `no mutation is written down of ${without.join(", ")}: ${ask}`);
    const twice = shown.filter((name, i) => shown.indexOf(name) !== i);
    assert.deepEqual(twice, [], `written down twice: ${twice.join(", ")}`);
    const unknown = here.filter((name) => !names.includes(name));
    assert.deepEqual(unknown, [], `there is no such control: ${unknown.join(", ")}`);
  });
});
