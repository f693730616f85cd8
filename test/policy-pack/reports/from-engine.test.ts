import assert from "node:assert/strict";
import { explain } from "../../../policy-pack/core/explain";
import { type EngineEvent, reportFromEngine } from "../../../policy-pack/reports/from-engine";
import { junitReport } from "../../../policy-pack/reports/junit";
import { BLOCKING, CONTROLS, PROD } from "./cases";

const run = { stack: "prod", tier: "prod", controls: CONTROLS } as const;

/** The events that the engine would send of a report, as its policy server words them. */
const eventsOf = (report: typeof PROD): EngineEvent[] => [
  ...report.violations.map((one) => ({
    policyEvent: {
      policyName: one.control,
      enforcementLevel: one.level,
      resourceUrn: one.urn,
      message: explain(one),
    },
  })),
  ...report.deferred.map(({ control, level, urn, property }) => ({
    policyEvent: {
      policyName: control,
      enforcementLevel: "advisory",
      resourceUrn: urn,
      message: `late (kms/key): ${property} is not known before deployment; it is judged at \`up\`, where it counts as ${level}.`,
    },
  })),
  { policyAnalyzeSummaryEvent: { failed: ["red-keys"] } },
  { policyAnalyzeStackSummaryEvent: { passed: ["red-keys-in-graph"] } },
  ...["a", "b", "c", "d"].map((urn) => ({ resOutputsEvent: { metadata: { urn } } })),
];

describe("the report of a run of the engine", () => {
  it("is the same as the check's, read from the events", () => {
    const report = reportFromEngine(eventsOf(PROD), run);
    // An explanation of an exception in use names no finding: it has nothing more to ask for.
    const expected = PROD.violations.map(({ finding, ...one }) =>
      one.exception === undefined ? { ...one, finding } : one,
    );
    assert.deepEqual(report.violations, expected);
    assert.deepEqual(report.deferred, PROD.deferred);
    assert.deepEqual(report.exceptionsUsed, PROD.exceptionsUsed);
    assert.deepEqual(report.controls, {
      judged: ["red-keys", "red-keys-in-graph"],
      notApplicable: [],
      disabled: [],
    });
    assert.equal(report.resources, 4);
  });

  it("says once what the engine says twice", () => {
    const events = eventsOf(PROD);
    assert.deepEqual(reportFromEngine([...events, ...events], run), reportFromEngine(events, run));
  });

  it("keeps an expired exception in sight", () => {
    const expiredException = { id: "EX-1", ticket: "SEC-1", expiresOn: "2026-01-01", daysLeft: 0 };
    const [violation] = reportFromEngine(
      eventsOf({ ...PROD, violations: [{ ...BLOCKING, expiredException }] }),
      run,
    ).violations;
    assert.deepEqual(violation?.expiredException, expiredException);
  });

  it("loses no message that the pack did not write", () => {
    const report = reportFromEngine(
      [{ policyEvent: { policyName: "red-keys", enforcementLevel: "mandatory", message: "can't run" } }],
      run,
    );
    assert.deepEqual(
      report.violations.map(({ found, level }) => [found, level]),
      [["can't run", "mandatory"]],
    );
    assert.match(junitReport([report]), /failures="1"/);
  });
});
