import assert from "node:assert/strict";
import { judgeStack } from "../../../policy-pack/core/judge-stack";
import type { ExceptionRecord } from "../../../policy-pack/exceptions/record";
import { redKeys, redKeysInGraph } from "../support/made-up-controls";
import { realise } from "../support/realise";
import { declare, ref } from "../support/resources";
import { SETTINGS } from "../support/verdicts";
import { file, RECORD } from "./cases";

const parameter = declare("ssm/parameter:Parameter", "sky", {}, { stack: "prod" });
const key = declare("kms/key:Key", "blue-1", { colour: ref(parameter, "value") }, { stack: "prod" });

/** What a preview says of a key whose colour is not known yet, with one exception. */
const previewed = (record: ExceptionRecord, control: typeof redKeys | typeof redKeysInGraph = redKeys) =>
  judgeStack(realise([parameter, key], "unknown"), {
    controls: [control],
    settings: SETTINGS,
    exceptions: file(record),
    now: new Date("2026-06-01T12:00:00Z"),
    preview: true,
  });

describe("an exception from a judgement that waits until `up`", () => {
  for (const control of [redKeys, redKeysInGraph]) {
    it(`is needed until then (${control.kind})`, () => {
      const report = previewed({ ...RECORD, control: control.name }, control);
      assert.deepEqual(
        report.deferred.map(({ urn, property }) => [urn.split("::").at(-1), property]),
        [["blue-1", "colour"]],
      );
      assert.deepEqual(report.violations, []);
    });
  }

  it("may be meant for one finding, which shows only then", () => {
    assert.deepEqual(previewed({ ...RECORD, finding: "colour::blue" }).violations, []);
  });

  it("is not needed for another resource, or another control", () => {
    const found = (record: ExceptionRecord) => previewed(record).violations.map((one) => one.found);
    assert.deepEqual(found({ ...RECORD, select: { stack: "prod", name: "green-*" } }), [
      "covers no violation",
    ]);
    assert.deepEqual(
      judgeStack(realise([parameter, key], "unknown"), {
        controls: [redKeys, redKeysInGraph],
        settings: SETTINGS,
        exceptions: file({ ...RECORD, control: "red-keys-in-graph" }),
        now: new Date("2026-06-01T12:00:00Z"),
        preview: true,
      }).violations,
      [],
      "both wait for the same property",
    );
  });
});
