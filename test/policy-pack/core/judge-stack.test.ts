import assert from "node:assert/strict";
import { blocks } from "../../../policy-pack/contract/report";
import { explain } from "../../../policy-pack/core/explain";
import { type Bench, judgeStack } from "../../../policy-pack/core/judge-stack";
import { NO_EXCEPTIONS } from "../../../policy-pack/exceptions/record";
import { broken, redKeys, redKeysInGraph } from "../support/made-up-controls";
import { type Mode, realise } from "../support/realise";
import { type Declared, declare, ref, urnOf } from "../support/resources";
import { SETTINGS } from "../support/verdicts";

const BENCH: Bench = {
  controls: [redKeys],
  settings: SETTINGS,
  exceptions: NO_EXCEPTIONS,
  now: new Date("2026-06-01T12:00:00Z"),
  preview: true,
};
const key = (props: Declared["props"], stack = "prod", name = "k") =>
  declare("kms/key:Key", name, props, { stack });
const judge = (resources: readonly Declared[], more: Partial<Bench> = {}, mode: Mode = "unknown") =>
  judgeStack(realise(resources, mode), { ...BENCH, ...more });

describe("judging a stack", () => {
  it("reports a violation in full, as plain JSON", () => {
    const report = judge([key({ colour: "blue" })]);
    assert.deepEqual(JSON.parse(JSON.stringify(report)), {
      violations: [
        {
          control: "red-keys",
          severity: "high",
          level: "mandatory",
          tier: "prod",
          urn: urnOf(key({})),
          property: "colour",
          found: '"blue"',
          required: '"red"',
          why: "Because this test says so.",
          fix: { text: "Set it.", code: "colour: 'red'" },
        },
      ],
      deferred: [],
      exceptionsUsed: [],
      controls: { judged: ["red-keys"], notApplicable: [], disabled: [] },
      resources: 1,
    });
    assert.equal(blocks(report), true);
  });

  it("only tells in a tier where the control is advisory", () => {
    const report = judge([key({ colour: "blue" }, "dev")]);
    assert.deepEqual(
      report.violations.map((one) => one.level),
      ["advisory"],
    );
    assert.equal(blocks(report), false);
  });

  it("drops findings where the control is disabled", () => {
    const off = { ...redKeys, levels: { ...redKeys.levels, dev: "disabled" as const } };
    const report = judge([key({ colour: "blue" }, "dev")], { controls: [off] });
    assert.deepEqual(report.violations, []);
    assert.deepEqual(report.controls, { judged: [], notApplicable: [], disabled: ["red-keys"] });
  });

  for (const control of [redKeys, redKeysInGraph]) {
    it(`defers an unknown at a preview, and refuses it afterwards (${control.kind})`, () => {
      const other = declare("ssm/parameter:Parameter", "p", {}, { stack: "prod" });
      const resources = [other, key({ colour: ref(other, "value") })];
      const preview = judge(resources, { controls: [control] });
      assert.deepEqual(preview.violations, []);
      assert.deepEqual(preview.deferred, [
        { control: control.name, level: "mandatory", urn: urnOf(key({})), property: "colour" },
      ]);
      const up = judge(resources, { controls: [control], preview: false });
      assert.deepEqual(up.deferred, []);
      assert.deepEqual(
        up.violations.map((one) => [one.property, one.found, one.required]),
        [["colour", "not known before deployment", "a value that can be judged"]],
      );
    });
  }

  it("turns a control that fails into a violation that names the resource, and judges on", () => {
    const report = judge([key({ colour: "blue" })], { controls: [broken, redKeys] });
    assert.deepEqual(
      report.violations.map((one) => [one.control, one.level, one.urn, one.property]),
      [
        ["control-failed", "mandatory", urnOf(key({})), "broken"],
        ["red-keys", "mandatory", urnOf(key({})), "colour"],
      ],
    );
    assert.match(report.violations[0]?.found ?? "", /a fault of its own/);
  });

  it("names the stack where a control of the graph fails, as the engine does", () => {
    const failing = { ...redKeysInGraph, check: () => assert.fail("a fault of its own") };
    const urns = (resources: readonly Declared[]) =>
      judge(resources, { controls: [failing] }).violations.map(({ control, level, urn }) => [
        control,
        level,
        urn,
      ]);
    const stack = "urn:pulumi:prod::mlplatform::pulumi:pulumi:Stack::mlplatform-prod";
    assert.deepEqual(urns([key({ colour: "red" })]), [["control-failed", "mandatory", stack]]);
    const registered = declare("pulumi:pulumi:Stack", "registered", {}, { stack: "prod" });
    assert.deepEqual(urns([key({ colour: "red" }), registered]), [
      ["control-failed", "mandatory", urnOf(registered)],
    ]);
  });

  it("names the stack where an exception is at fault", () => {
    const exceptions = { ...NO_EXCEPTIONS, unreadable: ["exceptions[0]: no id"] };
    assert.deepEqual(
      judge([key({ colour: "red" })], { exceptions }).violations.map(({ control, urn }) => [control, urn]),
      [["exceptions-valid", "urn:pulumi:prod::mlplatform::pulumi:pulumi:Stack::mlplatform-prod"]],
    );
  });

  it("reports in the same order, whatever the order of the resources", () => {
    const all = ["c", "a", "b"].map((name) => key({ colour: "blue" }, "prod", name));
    assert.deepEqual(judge(all).violations, judge([...all].reverse()).violations);
    assert.deepEqual(
      judge(all).violations.map((one) => one.urn.slice(-1)),
      ["a", "b", "c"],
    );
  });

  it("says that a control had nothing to judge", () => {
    const report = judge([declare("s3/bucket:Bucket", "b")], { controls: [redKeys, redKeysInGraph] });
    assert.deepEqual(report.controls, {
      judged: [],
      notApplicable: ["red-keys", "red-keys-in-graph"],
      disabled: [],
    });
  });
});

describe("the explanation of a violation", () => {
  it("says how to ask for an exception only where one may be given", () => {
    const strict = { ...redKeys, exemptibleInProd: false };
    const last = (stack: string, control = redKeys) =>
      judge([key({ colour: "blue" }, stack)], { controls: [control] }).violations.map((one) =>
        explain(one).split("\n").at(-1),
      );
    const ask =
      '  exception: ask the security team for one in policy-pack/exceptions.yaml (control "red-keys")';
    assert.deepEqual(last("prod"), [ask]);
    assert.deepEqual(last("staging", strict), [ask]);
    assert.deepEqual(last("prod", strict), [
      '  exception: none may be given in prod, it has to be mended (control "red-keys")',
    ]);
    assert.deepEqual(last("dev", broken), [
      '  exception: none may be given in dev, it has to be mended (control "control-failed")',
    ]);
  });

  it("holds all that a person at a terminal needs", () => {
    const [one] = judge([key({ colour: "blue" })]).violations;
    assert.ok(one);
    assert.deepEqual(
      explain({ ...one, path: ["subnet ml-a", "rtb-1"], finding: "Action::kms:*" }).split("\n"),
      [
        "k (kms/key): colour",
        '  found:     "blue"',
        '  required:  "red"',
        "  path:      subnet ml-a → rtb-1",
        "  why:       Because this test says so.",
        "  fix:       Set it.",
        "             colour: 'red'",
        `  resource:  ${urnOf(key({}))}`,
        '  exception: ask the security team for one in policy-pack/exceptions.yaml (control "red-keys", finding "Action::kms:*")',
      ],
    );
  });
});
