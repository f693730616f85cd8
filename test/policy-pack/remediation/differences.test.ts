import assert from "node:assert/strict";
import { differences } from "../../../policy-pack/remediation/differences";

describe("the differences that a remediation makes", () => {
  const cases: readonly (readonly [object, object, readonly (readonly [string, string, string])[]])[] = [
    [{ a: 1 }, { a: 1 }, []],
    [{}, { encrypted: true }, [["encrypted", "not set", "true"]]],
    [{ a: { b: "x", c: 1 } }, { a: { b: "y", c: 1 } }, [["a.b", '"x"', '"y"']]],
    [{}, { a: { b: true } }, [["a.b", "not set", "true"]]],
    [{ rules: [{ id: 1 }, {}] }, { rules: [{ id: 1 }, { on: true }] }, [["rules[1].on", "not set", "true"]]],
    [{}, { types: ["SSE-C"] }, [["types", "not set", '["SSE-C"]']]],
    // What the provider fills in is no property of the resource.
    [{ a: false, __defaults: ["a"] }, { a: true, __defaults: [] }, [["a", "false", "true"]]],
    [{ password: "old" }, { password: "new" }, [["password", "[masked]", "[masked]"]]],
  ];
  for (const [before, after, expected] of cases) {
    it(`${JSON.stringify(before)} → ${JSON.stringify(after)}`, () => {
      assert.deepEqual(
        differences(before, after),
        expected.map(([property, was, is]) => ({ property, before: was, after: is })),
      );
    });
  }
});
