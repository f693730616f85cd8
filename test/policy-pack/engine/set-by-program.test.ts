import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { propertiesOf } from "../../../policy-pack/core/properties";
import { setByProgram } from "../../../policy-pack/engine/set-by-program";
import { UNKNOWN_SENTINEL as U } from "../support/realise";

describe("what a program set, in the outputs that a stack policy sees", () => {
  const props = unknownCheckingProxy({ bucket: U, acl: U, tags: { Team: U }, forceDestroy: false }) as Record<
    string,
    unknown
  >;
  const kept = propertiesOf(unknownCheckingProxy(setByProgram(props, { bucket: ["urn"] })));

  it("leaves out what is unknown and came from no resource", () => {
    assert.equal(kept.get("acl").state, "unset");
  });

  it("keeps what is known, unknown by an edge, or unknown further inside", () => {
    assert.deepEqual(kept.keys(), ["bucket", "tags", "forceDestroy"]);
    assert.equal(kept.get("bucket").state, "unknown");
    assert.equal(kept.get("tags.Team").state, "unknown");
    assert.deepEqual(kept.get("forceDestroy"), { state: "known", value: false });
  });
});
