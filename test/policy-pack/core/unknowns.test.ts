import assert from "node:assert/strict";
import { holdsNothingUnknown, isKnownIn } from "../../../policy-pack/core/holds-nothing-unknown";
import { unknownCheckingProxy, UNKNOWNS } from "../../../policy-pack/core/unknowns";

/** As the Pulumi SDK writes them: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go */
const WRITTEN = [
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
];

describe("what is unknown", () => {
  it("is written in seven ways, each of which the guard refuses to read", () => {
    assert.deepEqual([...UNKNOWNS].sort(), [...WRITTEN].sort());
    for (const written of UNKNOWNS) {
      const guarded = unknownCheckingProxy({ a: written, b: 1 }) as { a: unknown; b: unknown };
      assert.throws(() => guarded.a, /can't be known during preview/);
      assert.equal(guarded.b, 1);
    }
  });

  it("is found however deep, by what stands for it and by throwing", () => {
    for (const written of UNKNOWNS) {
      assert.equal(holdsNothingUnknown({ a: [{ b: written }] }), false);
      assert.equal(holdsNothingUnknown(unknownCheckingProxy({ a: [{ b: written }] })), false);
      assert.equal(isKnownIn({ a: written, b: { a: written } }, "a"), false);
      assert.equal(isKnownIn({ a: written, b: { a: written } }, "b"), true);
    }
  });

  it("is not found where all is known", () => {
    for (const value of [{ a: [{ b: null, c: undefined }], d: "text" }, [], "text", 1, null, undefined])
      assert.equal(holdsNothingUnknown(value), true);
    assert.equal(holdsNothingUnknown(unknownCheckingProxy({ a: [{ b: 1 }] })), true);
  });
});
