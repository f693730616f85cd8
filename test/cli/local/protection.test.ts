import assert from "node:assert/strict";
import { protectedResources, unprotected } from "../../../cli/local/commands/protection";

describe("protection", () => {
  const resource = (urn: string, options: object = {}) => ({ urn, type: "t", custom: true, ...options });

  it("is of protected resources, and of those that outlive their stack", () => {
    const resources = [
      resource("free", { protect: false }),
      resource("protected", { protect: true }),
      resource("outlives", { protect: false, retainOnDelete: true }),
    ];
    assert.deepEqual(protectedResources({ resources, pending: [] }), ["protected", "outlives"]);
  });

  it("is lifted for all, and nothing else is touched", () => {
    const exported = {
      version: 3,
      deployment: {
        manifest: { time: "t" },
        resources: [resource("a", { protect: true, retainOnDelete: true, id: "1" })],
      },
    };
    assert.deepEqual(unprotected(exported), {
      version: 3,
      deployment: {
        manifest: { time: "t" },
        resources: [resource("a", { protect: false, retainOnDelete: false, id: "1" })],
      },
    });
  });
});
