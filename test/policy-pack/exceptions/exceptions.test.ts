import assert from "node:assert/strict";
import type { ExceptionRecord } from "../../../policy-pack/exceptions/record";
import { blocks } from "../../../policy-pack/contract/report";
import { loadExceptions } from "../../../policy-pack/exceptions/load";
import { redKeys } from "../support/made-up-controls";
import { declare } from "../support/resources";
import { blueKey, file, judgeWith, RECORD } from "./cases";

const problems = (record: ExceptionRecord, day?: string) =>
  judgeWith(file(record), day)
    .violations.filter((one) => one.control === "exceptions-valid")
    .map((one) => one.property.replace("exceptions.yaml EX-1.", ""));

describe("an exception", () => {
  it("lets a violation pass that it covers, and stays visible", () => {
    const report = judgeWith(file(RECORD));
    const used = { id: "EX-1", ticket: "SEC-123", expiresOn: "2026-06-30", daysLeft: 30 };
    assert.deepEqual(
      report.violations.map((one) => [one.control, one.level, one.exception]),
      [["red-keys", "advisory", used]],
    );
    assert.deepEqual(
      report.exceptionsUsed.map((one) => [one.id, one.control]),
      [["EX-1", "red-keys"]],
    );
    assert.equal(blocks(report), false);
  });

  it("holds on its last day and not a day longer, in UTC", () => {
    assert.equal(blocks(judgeWith(file(RECORD), "2026-06-30")), false);
    const gone = judgeWith(file(RECORD), "2026-07-01");
    assert.equal(blocks(gone), true);
    const violation = gone.violations.find((one) => one.control === "red-keys");
    assert.equal(violation?.level, "mandatory");
    assert.equal(violation.expiredException?.id, "EX-1");
    assert.deepEqual(problems(RECORD, "2026-07-01"), ["expiresOn"]);
  });

  it("is itself a violation when it covers nothing any more", () => {
    const red = declare("kms/key:Key", "blue-1", { colour: "red" }, { stack: "prod" });
    const report = judgeWith(file(RECORD), undefined, [red]);
    assert.deepEqual(
      report.violations.map((one) => [one.control, one.level, one.property, one.found]),
      [["exceptions-valid", "mandatory", "exceptions.yaml EX-1.select", "covers no violation"]],
    );
  });

  it("of another stack is none of this stack's business", () => {
    const elsewhere = {
      ...RECORD,
      select: { ...RECORD.select, stack: "staging" },
      approvedBy: ["security@example.com"],
    };
    assert.deepEqual(problems(elsewhere), []);
    assert.equal(blocks(judgeWith(file(elsewhere))), true);
  });

  for (const [what, change, property] of [
    ["an unknown control", { control: "red-kyes" }, "control"],
    ["a ticket that is none", { ticket: "see chat" }, "ticket"],
    ["a reason of a few words", { reason: "because" }, "reason"],
    ["nothing that mitigates", { category: "mitigated" }, "compensatingControl"],
    ["one approver in prod", { approvedBy: ["security@example.com"] }, "approvedBy"],
    [
      "the same approver twice",
      { approvedBy: ["security@example.com", "security@example.com"] },
      "approvedBy",
    ],
    ["an approver who asked", { requestedBy: "risk@example.com" }, "approvedBy"],
    [
      "an approver who is not on the list",
      { approvedBy: ["security@example.com", "me@example.com"] },
      "approvedBy",
    ],
    ["more than 90 days", { expiresOn: "2026-07-30" }, "expiresOn"],
    ["a start that has not come", { createdOn: "2026-06-02" }, "createdOn"],
    [
      "a start that would make it last for years",
      { createdOn: "2035-02-01", expiresOn: "2035-04-01" },
      "createdOn",
    ],
    ["an approver who asked, in capitals", { requestedBy: " Risk@Example.com" }, "approvedBy"],
    [
      "the same approver written in two ways",
      { approvedBy: ["security@example.com", "Security@Example.com"] },
      "approvedBy",
    ],
    ["no day of creation", { createdOn: "missing" }, "createdOn"],
    ["a selector of a whole stack", { select: { stack: "prod" } }, "select"],
    ["a name that is every name", { select: { stack: "prod", name: "**" } }, "select"],
    ["a selector without a stack", { select: { name: "blue-1", type: "aws:kms/key:Key" } }, "select"],
  ] as const) {
    it(`with ${what} excepts nothing, and says why`, () => {
      const record: ExceptionRecord = { ...RECORD, ...change };
      assert.deepEqual(problems(record), [property]);
      assert.equal(blocks(judgeWith(file(record))), true);
      assert.equal(judgeWith(file(record)).exceptionsUsed.length, 0);
    });
  }

  it("counts from the day on which it was created, in UTC, and says which day that may be", () => {
    assert.deepEqual(problems({ ...RECORD, createdOn: "2026-06-01" }), []);
    const [found] = judgeWith(file({ ...RECORD, createdOn: "2026-06-02" })).violations.filter(
      (one) => one.control === "exceptions-valid",
    );
    assert.equal(found?.found, "2026-06-02");
    assert.match(found.required, /2026-06-01 \(UTC\) at the latest/);
  });

  it("that ends before it starts has expired, and is no exception either", () => {
    const record = { ...RECORD, createdOn: "2026-05-29", expiresOn: "2026-05-28" };
    assert.deepEqual(problems(record), ["expiresOn", "expiresOn"]);
  });

  it("takes an approver's address however it is written", () => {
    assert.deepEqual(problems({ ...RECORD, approvedBy: ["Security@example.com", "risk@EXAMPLE.com"] }), []);
  });

  it("with a malformed day counts as expired", () => {
    for (const expiresOn of ["30.06.2026", "2026-6-30", "2026-02-30", "soon", ""]) {
      assert.deepEqual(problems({ ...RECORD, expiresOn }), ["expiresOn", "expiresOn"], expiresOn);
    }
  });

  it("may last 30 days at most for a critical control", () => {
    const critical = { ...redKeys, severity: "critical" as const };
    const of = (expiresOn: string) =>
      judgeWith(file({ ...RECORD, createdOn: "2026-05-15", expiresOn }), undefined, [blueKey], critical);
    assert.equal(blocks(of("2026-06-13")), false);
    assert.equal(blocks(of("2026-06-14")), true);
  });

  it("cannot be had in prod from a control that forbids it, and can below", () => {
    const strict = { ...redKeys, exemptibleInProd: false };
    assert.equal(blocks(judgeWith(file(RECORD), undefined, [blueKey], strict)), true);
    const staging = { ...blueKey, more: { stack: "staging" } };
    const record = { ...RECORD, select: { ...RECORD.select, stack: "staging" } };
    assert.equal(blocks(judgeWith(file(record), undefined, [staging], strict)), false);
  });

  it("needs an id of its own", () => {
    const report = judgeWith(file(RECORD, RECORD));
    assert.ok(blocks(report));
    assert.ok(report.violations.some((one) => one.property === "exceptions.yaml EX-1.id"));
  });

  it("selects by tag, by URN and by the one finding", () => {
    const by = (change: Partial<ExceptionRecord>) => blocks(judgeWith(file({ ...RECORD, ...change })));
    assert.equal(by({ select: { stack: "prod", tag: { name: "Team", value: "audit" } } }), false);
    assert.equal(by({ select: { stack: "prod", tag: { name: "Team", value: "fraud" } } }), true);
    assert.equal(by({ select: { urn: "urn:pulumi:prod::mlplatform::aws:kms/key:Key::blue-1" } }), false);
    assert.equal(by({ select: { urn: "urn:pulumi:prod::mlplatform::aws:kms/key:Key::blue-12" } }), true);
    assert.equal(by({ finding: "Action::s3:*" }), true);
  });
});

describe("the pack's own exceptions", () => {
  it("can be read, and there are none", () => {
    const own = loadExceptions();
    assert.deepEqual(own.unreadable, []);
    assert.deepEqual(own.exceptions, []);
    assert.ok(own.approvers.length >= 3);
  });
});
