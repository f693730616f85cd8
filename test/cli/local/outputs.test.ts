import assert from "node:assert/strict";
import { outputLines, outputsOf } from "../../../cli/local/summary/outputs";

const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:x" };
const withOutputs = (outputs: Record<string, unknown>) => ({
  resources: [{ urn: "u", type: "pulumi:pulumi:Stack", custom: false, outputs }],
  pending: [],
});

describe("outputs", () => {
  it("have their secrets masked, however deep", () => {
    assert.deepEqual(outputsOf(withOutputs({ a: 1, b: secret, c: { d: [secret, "x"] } })), {
      a: 1,
      b: "[secret]",
      c: { d: ["[secret]", "x"] },
    });
  });

  it("are none for a stack that is not there", () =>
    assert.deepEqual(outputsOf({ resources: [], pending: [] }), {}));

  it("are lines of dotted paths", () => {
    assert.deepEqual(outputLines({ vpc: { id: "vpc-1", zones: ["a"] }, teams: {}, none: null }), [
      "vpc.id       vpc-1",
      "vpc.zones.0  a",
      "teams        (none)",
      "none         null",
    ]);
  });
});
