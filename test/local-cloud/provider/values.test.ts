import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import {
  hasUnknown,
  isSecret,
  isUnknown,
  mapDeep,
  plain,
  secret,
  secretTexts,
  UNKNOWN,
} from "../../../local-cloud/provider/values";

const OUTPUT = { "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4" };

describe("values on their way between engine and provider", () => {
  it("keep unknowns apart from texts", () => {
    assert.equal(isUnknown(UNKNOWN), true);
    assert.equal(isUnknown("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"), true);
    assert.equal(isUnknown("unknown"), false);
    assert.equal(hasUnknown({ a: [{ b: secret(UNKNOWN) }] }), true);
    assert.equal(hasUnknown({ a: [{ b: secret("x") }] }), false);
  });

  it("wrap a secret once, and unwrap it wherever it is", () => {
    assert.equal(isSecret(secret(1)), true);
    assert.deepEqual(secret(secret(1)), secret(1));
    assert.deepEqual(plain({ a: secret({ b: [secret("x")] }) }), { a: { b: ["x"] } });
    assert.deepEqual(plain({ a: { ...OUTPUT, value: 1 }, b: OUTPUT }), { a: 1, b: UNKNOWN });
  });

  it("find every text inside secrets, and none outside", () => {
    assert.deepEqual(
      secretTexts({ open: "o", list: [secret("a"), secret({ deep: ["b", ""] })] }),
      new Set(["a", "b"]),
    );
  });

  it("come out of a change that does nothing as they were", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.deepEqual(
          mapDeep(value, (inner) => inner),
          value,
        );
        assert.deepEqual(plain(secret(value)), value);
      }),
    );
  });
});
