import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { UNKNOWN, known } from "../../../policy-pack/contract/value";
import { readOwn, readPath } from "../../../policy-pack/core/read";
import { readable } from "../../../policy-pack/core/readable";
import { UNKNOWN_SENTINEL as U } from "../support/realise";

describe("readable", () => {
  it("is the value itself where nothing in it is unknown", () => {
    for (const value of [{ a: [{ b: null }], c: "text" }, [], {}, "text", 1, null, undefined]) {
      assert.equal(readable(value), value);
    }
  });

  it("throws what is unknown when it is read, however deep, and hands out the rest", () => {
    for (const value of [{ a: { b: [1, U] } }, unknownCheckingProxy({ a: { b: [1, U] } })]) {
      assert.equal(readPath(readable(value), "a.b[1]"), UNKNOWN);
      assert.deepEqual(readPath(readable(value), "a.b[0]"), known(1));
    }
    assert.equal(readOwn(readable({ a: U }), "a"), UNKNOWN);
    assert.throws(() => (readable({ a: U }) as { a: unknown }).a, /can't be known during preview/);
  });
});
