import assert from "node:assert/strict";
import { exceptionStatuses } from "../../../policy-pack/exceptions/status";
import { redKeys } from "../support/made-up-controls";
import { realise } from "../support/realise";
import { SETTINGS } from "../support/verdicts";
import { blueKey, file, judgeWith, RECORD } from "./cases";

/** The status of one record over a stack with one blue key, on a day. */
function statusOf(record: typeof RECORD, day: string) {
  const exceptions = file(record);
  const stacks = [
    { stack: "prod", resources: realise([blueKey], "known"), report: judgeWith(exceptions, day) },
  ];
  const [status] = exceptionStatuses(exceptions, stacks, [redKeys], SETTINGS, new Date(`${day}T12:00:00Z`));
  assert.ok(status);
  return status;
}

describe("the status of an exception", () => {
  const urn = "urn:pulumi:prod::mlplatform::aws:kms/key:Key::blue-1";

  it("names what it selects and what it covers, and the days that are left", () => {
    const { daysLeft, expiresSoon, selects, covers, faults } = statusOf(RECORD, "2026-06-01");
    assert.deepEqual(
      { daysLeft, expiresSoon, selects, covers, faults },
      {
        daysLeft: 30,
        expiresSoon: false,
        selects: [urn],
        covers: [urn],
        faults: [],
      },
    );
  });

  it("warns from 14 days before the end, up to the last day, and not after", () => {
    const soon = (day: string) => [statusOf(RECORD, day).daysLeft, statusOf(RECORD, day).expiresSoon];
    assert.deepEqual(soon("2026-06-16"), [15, false]);
    assert.deepEqual(soon("2026-06-17"), [14, true]);
    assert.deepEqual(soon("2026-06-30"), [1, true]);
    assert.deepEqual(soon("2026-07-01"), [0, false]);
  });

  it("has its fault said once when it has expired: that it covers nothing then goes without saying", () => {
    const { faults, covers } = statusOf(RECORD, "2026-07-01");
    assert.deepEqual(faults, [
      { property: "expiresOn", found: "expired on 2026-06-30", required: "a day that has not passed" },
    ]);
    assert.deepEqual(covers, []);
  });

  it("is at fault when it selects a resource without a violation", () => {
    const [fault] = statusOf({ ...RECORD, finding: "another" }, "2026-06-01").faults;
    assert.equal(fault?.found, "covers no violation");
  });
});
