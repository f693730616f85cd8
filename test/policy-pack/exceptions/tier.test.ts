import assert from "node:assert/strict";
import type { ReportedViolation } from "../../../policy-pack/contract/report";
import { judgeStack } from "../../../policy-pack/core/judge-stack";
import type { ExceptionRecord } from "../../../policy-pack/exceptions/record";
import { exceptionStatuses } from "../../../policy-pack/exceptions/status";
import { redKeys } from "../support/made-up-controls";
import { realise } from "../support/realise";
import { declare } from "../support/resources";
import { SETTINGS } from "../support/verdicts";
import { file, RECORD } from "./cases";

const PROD_ACCOUNT = "999999999999";
const NOW = new Date("2026-06-01T12:00:00Z");
const settings = { ...SETTINGS, accounts: { prod: [PROD_ACCOUNT] } };

/** A blue key of the stack `dev`, made in an account of prod or in one of its own. */
const blueKey = (account: string) => {
  const provider = { type: "pulumi:providers:aws", name: "aws", props: { allowedAccountIds: [account] } };
  return declare("kms/key:Key", "blue-1", { colour: "blue" }, { stack: "dev", provider });
};

/** A record for the stack `dev`, which takes one approver there. */
const IN_DEV: ExceptionRecord = {
  ...RECORD,
  select: { stack: "dev", name: "blue-1" },
  approvedBy: ["security@example.com"],
};

const judged = (record: ExceptionRecord, account: string, control = redKeys) =>
  judgeStack(realise([blueKey(account)], "known"), {
    controls: [control],
    settings,
    exceptions: file(record),
    now: NOW,
    preview: false,
  });
const found = (violations: readonly ReportedViolation[]) =>
  violations.map((one) => [one.control, one.level, one.property, one.exception?.id]);

describe("an exception of a stack below prod", () => {
  it("holds where the resource is judged by the stack's tier", () => {
    assert.deepEqual(found(judged(IN_DEV, "111111111111").violations), [
      ["red-keys", "advisory", "colour", "EX-1"],
    ]);
  });

  it("takes two approvers where the resource is in an account of prod", () => {
    const { violations, exceptionsUsed } = judged(IN_DEV, PROD_ACCOUNT);
    assert.deepEqual(found(violations), [
      ["red-keys", "mandatory", "colour", undefined],
      ["exceptions-valid", "mandatory", "exceptions.yaml EX-1.approvedBy", undefined],
    ]);
    assert.deepEqual(exceptionsUsed, []);
    assert.equal(violations[1]?.found, "1 approver(s), and blue-1 is judged as prod by its account");
    const approved = { ...IN_DEV, approvedBy: RECORD.approvedBy };
    assert.deepEqual(found(judged(approved, PROD_ACCOUNT).violations), [
      ["red-keys", "advisory", "colour", "EX-1"],
    ]);
  });

  it("excepts no resource in an account of prod from a control that allows no exception there", () => {
    const strict = { ...redKeys, exemptibleInProd: false };
    const approved = { ...IN_DEV, approvedBy: RECORD.approvedBy };
    assert.deepEqual(found(judged(approved, PROD_ACCOUNT, strict).violations), [
      ["red-keys", "mandatory", "colour", undefined],
      ["exceptions-valid", "mandatory", "exceptions.yaml EX-1.control", undefined],
    ]);
    assert.deepEqual(found(judged(approved, "111111111111", strict).violations), [
      ["red-keys", "advisory", "colour", "EX-1"],
    ]);
  });

  it("has what it lacks there said by its status too", () => {
    const stack = (account: string) => ({
      stack: "dev",
      resources: realise([blueKey(account)], "known"),
      report: judged(IN_DEV, account),
    });
    const faults = (account: string) =>
      exceptionStatuses(file(IN_DEV), [stack(account)], [redKeys], settings, NOW).flatMap((one) =>
        one.faults.map(({ property }) => property),
      );
    assert.deepEqual(faults(PROD_ACCOUNT), ["approvedBy"]);
    assert.deepEqual(faults("111111111111"), []);
  });
});
