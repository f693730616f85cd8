import assert from "node:assert/strict";
import { afterUpdate, together } from "../../../policy-pack/reports/together";
import { ADVICE, BLOCKING, CLEAN, EXCEPTED, PROD, REMEDIATED } from "./cases";

describe("two views of one stack", () => {
  it("report a violation once, in the words of the view that knew more", () => {
    const preview = { ...BLOCKING, found: "a value that is not known" };
    assert.deepEqual(together([BLOCKING], [preview, ADVICE]), [BLOCKING, ADVICE]);
    const narrower = { ...BLOCKING, finding: "colour::green" };
    assert.deepEqual(together([BLOCKING], [narrower]), [BLOCKING, narrower]);
  });
});

describe("the report of an update", () => {
  const update = {
    ...CLEAN,
    violations: [EXCEPTED],
    controls: { judged: ["other", "red-keys"], notApplicable: ["red-keys-in-graph"], disabled: ["off"] },
    resources: 1,
  };

  it("holds what the preview found as well, and nothing that waits once the update has ended", () => {
    const report = afterUpdate({ ...PROD, violations: [ADVICE] }, update, true);
    assert.deepEqual(report.violations, [EXCEPTED, ADVICE]);
    assert.deepEqual(report.deferred, []);
    assert.deepEqual(
      report.exceptionsUsed.map(({ id, urn }) => [id, urn]),
      [["EX-1", EXCEPTED.urn]],
    );
    assert.equal(report.resources, PROD.resources);
  });

  it("keeps what was mended", () => {
    assert.deepEqual(afterUpdate({ ...PROD, remediated: [REMEDIATED] }, update, true).remediated, [
      REMEDIATED,
    ]);
    assert.equal("remediated" in afterUpdate(PROD, update, true), false);
  });

  it("counts a control as judged when either did", () => {
    assert.deepEqual(afterUpdate(PROD, update, true).controls, {
      judged: ["red-keys", "red-keys-in-graph", "other"],
      notApplicable: [],
      disabled: ["off"],
    });
  });

  it("still waits when the update stopped half way", () => {
    assert.deepEqual(afterUpdate(PROD, update, false).deferred, PROD.deferred);
  });
});
