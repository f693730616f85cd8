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

  it("copies only the way to what is unknown, with every name in it", () => {
    const [plain, list] = [{ c: 1 }, [1, 2]];
    const copy = readable({ way: { plain, hidden: U, none: null }, list, rules: [U, plain] }) as {
      way: object & { plain: unknown };
      list: unknown;
      rules: unknown[];
    };
    assert.deepEqual(Object.keys(copy), ["way", "list", "rules"]);
    assert.deepEqual(Object.keys(copy.way), ["plain", "hidden", "none"]);
    assert.equal(copy.way.plain, plain);
    assert.equal(copy.list, list);
    assert.equal(Array.isArray(copy.rules), true);
    assert.equal(copy.rules.length, 2);
    assert.equal(copy.rules[1], plain);
  });
});
