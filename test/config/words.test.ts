import assert from "node:assert/strict";
import fc from "fast-check";
import { found, oneOf } from "../../config/found";
import { nearest } from "../../config/nearest";
import { formatPath } from "../../config/path";

describe("the words of a problem", () => {
  it("show what was found, short and on one line", () => {
    assert.equal(found(undefined), "nothing");
    assert.equal(found(null), "nothing");
    assert.equal(found(""), '""');
    assert.equal(found("a\nb\u001b[31m\u202e"), '"a\\nb\\u001b[31m\\u202e"');
    assert.equal(found("x".repeat(100)), `"${"x".repeat(60)}…"`);
    assert.equal(found(7), "the number 7");
    assert.equal(found(NaN), "no finite number");
    assert.equal(found([1]), "a list of 1 entry");
    assert.equal(found({}), "a mapping");
    assert.equal(found({ secure: "v1:x" }), "an encrypted value");
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (text) => found(text).length < 500 && !/[\n\r\u001b]/.test(found(text)),
      ),
    );
  });

  it("list what is allowed", () => {
    assert.equal(oneOf(["a", "b", "c"]), "a, b or c");
    assert.equal(oneOf(["a"]), "a");
    assert.equal(oneOf([]), "nothing");
  });

  it("name the nearest valid spelling, and none when nothing is near", () => {
    const keys = ["costCenter", "owners", "networkSlot", "state"];
    const of = (word: string) => nearest(word, keys);
    assert.deepEqual(["costcentre", "owner", "netwrokSlot", "STATE", "stat"].map(of), [
      "costCenter",
      "owners",
      "networkSlot",
      "state",
      "state",
    ]);
    assert.deepEqual(["budget", "", "x", "s".repeat(5000)].map(of), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("write paths as people do", () => {
    assert.equal(formatPath(["mlplatform:teams", "fraud", "owners", 0]), "mlplatform:teams.fraud.owners[0]");
    assert.equal(formatPath(["a", "b.c", "d e"]), 'a["b.c"]["d e"]');
    assert.equal(formatPath([]), "");
  });
});
