import assert from "node:assert/strict";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { loadStack } from "../../config";
import { record } from "../../local-cloud/recording";
import main = require("../../stacks");
import { recordStack } from "./support/record-stack";

/** The configuration of an example stack as the engine hands it over: every value a text. */
function engineConfig(stack: string, changes: Record<string, unknown> = {}): Record<string, string> {
  const { values } = loadStack(path.resolve(__dirname, "../.."), stack);
  const entries = Object.entries({ ...values, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [key, JSON.stringify(value)]));
}

describe("what the engine runs", () => {
  it("reads the engine's configuration, and registers what the settings say", async () => {
    const recording = await record(main, { stack: "org", config: engineConfig("org") });
    assert.deepEqual(recording.resources, (await recordStack("org")).resources);
    assert.deepEqual(Object.keys(recording.outputs).sort(), [
      "logArchives",
      "organizationTrailArn",
      "stateBackend",
    ]);
  });

  it("refuses a bad configuration with every problem at once, and no stack trace", async () => {
    const config = engineConfig("org", {
      "mlplatform:organization": { securityContact: "nobody@example.com" },
      "mlplatform:organisation": {},
    });
    const error = await record(main, { stack: "org", config }).then(
      () => assert.fail("It was accepted."),
      (thrown: unknown) => thrown as Error,
    );
    assert.ok(pulumi.RunError.isInstance(error));
    assert.match(error.message, /^The configuration has 2 problems\.\n\n/);
    assert.match(error.message, /mlplatform:organisation\n {4}found: .*\n {4}expected: .*\n {4}fix: .*\n/);
    assert.match(error.message, /mlplatform:organization\.securityContact\n {4}found: .*nobody/);
    assert.ok(!/\bat .*\.ts:\d/.test(error.message));
  });

  it("refuses a configuration that is missing as a whole", async () => {
    const error = await record(main, { stack: "dev", config: {} }).then(
      () => assert.fail("It was accepted."),
      (thrown: unknown) => thrown as Error,
    );
    assert.ok(pulumi.RunError.isInstance(error));
    assert.match(error.message, /mlplatform:company\n/);
    assert.match(error.message, /mlplatform:environment\n/);
  });
});
