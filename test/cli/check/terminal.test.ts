import assert from "node:assert/strict";
import type { Inspection } from "../../../cli/check/inspect";
import { showInspection, showTotals } from "../../../cli/check/terminal";
import { BLOCKING, EXCEPTED } from "../../policy-pack/reports/cases";

const aws = (name: string) => ({
  urn: `urn:pulumi:prod::mlplatform::aws:kms/key:Key::${name}`,
  type: "aws:kms/key:Key",
  name,
  custom: true,
});

/** A stack with two keys, a component and a provider. */
function inspected(
  stack: string,
  violations: readonly object[] = [],
  exceptionsUsed: readonly object[] = [],
) {
  const resources = [
    aws("one"),
    aws("two"),
    { urn: "core", type: "mlplatform:platform-core:Core", name: "core", custom: false },
    { urn: "provider", type: "pulumi:providers:aws", name: "aws", custom: true },
  ];
  const report = { controls: { judged: ["red-keys"] }, exceptionsUsed, resources: resources.length };
  const recording = { stack, resources };
  return {
    ...{ stack, ok: true, recording, violations, deferred: [], remediated: [], report },
  } as unknown as Inspection;
}

/** What is printed, without colours. */
function printed(show: () => void): string {
  const lines: string[] = [];
  const original = console.log;
  console.log = (text: string) => void lines.push(text);
  try {
    show();
  } finally {
    console.log = original;
  }
  return lines.join("\n").replaceAll(/\u001b\[\d+m/g, "");
}

describe("the check's last line", () => {
  const last = (...inspections: Inspection[]) => printed(() => showTotals(inspections, 1234)).trim();

  it("names the stacks that are blocked, and no others", () => {
    assert.equal(
      last(inspected("org"), inspected("staging", [BLOCKING]), inspected("prod", [EXCEPTED, BLOCKING])),
      "blocked: staging, prod · 6 resources · 2 violations · 1.2 s, offline",
    );
  });

  it("names the stacks whose configuration is bad, before those that are blocked", () => {
    const faulty = { stack: "dev", ok: false, problems: [] } as const;
    assert.equal(
      last(faulty, inspected("prod", [BLOCKING])),
      "bad configuration: dev · 2 resources · 1 violation · 1.2 s, offline",
    );
  });

  it("names all stacks when all are clean", () => {
    assert.equal(
      last(inspected("org"), inspected("dev", [EXCEPTED])),
      "clean: org, dev · 4 resources · 0 violations · 1.2 s, offline",
    );
  });
});

describe("the line that sums up a stack", () => {
  it("says what is counted besides the table, and counts exceptions rather than what they cover", () => {
    const used = [{ id: "EX-1" }, { id: "EX-1" }, { id: "EX-2" }];
    const text = printed(() => showInspection(inspected("prod", [], used)));
    assert.match(text, /^ *total +2 +0 accounts *$/m);
    assert.match(
      text,
      /1 control judged 4 resources, 2 of them components and providers · ✔ no violations · 2 exceptions in use · 0 judgements/,
    );
  });
});
