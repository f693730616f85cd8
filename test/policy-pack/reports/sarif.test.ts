import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { CONTROLS as WHOLE_PACK } from "../../../policy-pack/controls";
import { sarifReport } from "../../../policy-pack/reports/sarif";
import { BLOCKING, CLEAN, CONTROLS, FAULTY, PROD, REMEDIATED } from "./cases";

const schemaFile = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
// It is written for draft-04, of which it uses nothing that later drafts changed but the names of these two keys.
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(schemaFile, "utf8")) as Record<string, unknown>;
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

const options = { controls: CONTROLS, version: "1.2.3" };
const run = (...stacks: Parameters<typeof sarifReport>[0]) => {
  const [only] = sarifReport(stacks, options).runs;
  assert.ok(only);
  return only;
};

describe("the report as SARIF", () => {
  it("is valid by the official schema, with the rules of the whole pack", () => {
    const log = sarifReport([PROD, CLEAN, FAULTY], { ...options, controls: [...CONTROLS, ...WHOLE_PACK] });
    assert.ok(validate(JSON.parse(JSON.stringify(log))), JSON.stringify(validate.errors));
    assert.equal(validate({ ...log, version: "2.0.0" }), false, "the schema refuses what is wrong");
  });

  it("has an error for what blocks, a warning for advice, and a suppression for an exception", () => {
    const results = run(PROD).results ?? [];
    assert.deepEqual(
      results.map(({ ruleId, level, suppressions }) => [ruleId, level, suppressions?.[0]?.justification]),
      [
        ["red-keys", "error", undefined],
        ["red-keys", "warning", "Exception EX-1 (SEC-123), until 2026-06-30."],
        ["red-keys-in-graph", "warning", undefined],
      ],
    );
    assert.equal(
      results[0]?.message.text,
      'blue-1 (kms/key): colour is "<blue> & `sky` | @night", required is "red". Path: key blue-1 → alias/sky. Fix: Set it.',
    );
  });

  it("notes what was mended before it was judged", () => {
    const log = sarifReport([{ ...PROD, remediated: [REMEDIATED] }], options);
    assert.ok(validate(JSON.parse(JSON.stringify(log))), JSON.stringify(validate.errors));
    const notes = log.runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? [];
    assert.deepEqual(
      notes.map(({ message, descriptor }) => [message.text, descriptor?.id]),
      [
        ["prod: late (kms/key): colour is not known before deployment; it is judged at `up`.", undefined],
        ['prod: pale-1 (kms/key): colour: not set → "red", by remediate-red-keys.', "remediate-red-keys"],
      ],
    );
    assert.deepEqual(notes[1]?.properties, { changes: REMEDIATED.changes });
    assert.equal(log.runs[0]?.results?.length, 3);
  });

  it("gives every result its rule, with help in words and in Markdown", () => {
    const { results = [], tool } = run(PROD, FAULTY);
    for (const { ruleId, ruleIndex } of results) {
      const rule = tool.driver.rules?.[ruleIndex ?? -1];
      assert.equal(rule?.id, ruleId);
      assert.ok((rule?.help?.text ?? "").length > 20, ruleId);
    }
    assert.equal(results.length, 4);
    const help = tool.driver.rules?.[0]?.help?.markdown ?? "";
    assert.match(help, /```typescript\ncolour: 'red'\n```/);
    assert.match(help, /dev: advisory, staging: mandatory, prod: mandatory/);
  });

  it("places a result in the line that is known, else in the stack's file, and names the resource", () => {
    const place = { file: "Pulumi.prod.yaml", line: 12 };
    const log = sarifReport([PROD], {
      ...options,
      locate: (_stack, urn) => (urn === BLOCKING.urn ? place : undefined),
    });
    const places = (log.runs[0]?.results ?? []).map(({ locations }) => [
      locations?.[0]?.physicalLocation?.artifactLocation?.uri,
      locations?.[0]?.physicalLocation?.region?.startLine,
      locations?.[0]?.logicalLocations?.[0]?.name,
    ]);
    assert.deepEqual(places, [
      ["Pulumi.prod.yaml", 12, "blue-1"],
      ["Pulumi.prod.yaml", 1, "blue-2"],
      ["Pulumi.prod.yaml", 1, "blue-3"],
    ]);
  });

  it("keeps the fingerprint of a finding while its value and its line change, and no other's", () => {
    const fingerprints = (...violations: (typeof BLOCKING)[]) =>
      (run({ ...PROD, violations }).results ?? []).map((one) => one.partialFingerprints?.["violation/v1"]);
    const [before, other] = fingerprints(BLOCKING, { ...BLOCKING, property: "shade" });
    const [after] = fingerprints({ ...BLOCKING, found: '"green"' });
    assert.equal(before, after);
    assert.notEqual(before, other);
  });

  it("notes what waits for `up`, and is no success when the configuration is not valid", () => {
    assert.deepEqual(
      run(PROD).invocations?.[0]?.toolExecutionNotifications?.map((note) => note.message.text),
      ["prod: late (kms/key): colour is not known before deployment; it is judged at `up`."],
    );
    assert.equal(run(PROD).invocations?.[0]?.executionSuccessful, true);
    assert.equal(run(FAULTY).invocations?.[0]?.executionSuccessful, false);
  });
});
