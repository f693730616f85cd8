import assert from "node:assert/strict";
import { buildProgress } from "../../../local-cloud/engine/build-progress";

describe("the progress of a build", () => {
  it("is told every fifteen seconds, first of modules and then of packages", () => {
    const told: string[] = [];
    let now = 0;
    const onLine = buildProgress(
      (message) => told.push(message),
      () => now,
    );
    onLine("go: downloading a v1.0.0");
    now = 15_000;
    onLine("go: downloading b v1.0.0");
    now = 20_000;
    onLine("internal/abi");
    now = 30_000;
    onLine("internal/cpu");
    assert.deepEqual(told, ["  2 Go modules downloaded, 15 s", "  2 of about 2200 packages compiled, 30 s"]);
  });
});
