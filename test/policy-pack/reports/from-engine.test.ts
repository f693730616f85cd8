import assert from "node:assert/strict";
import type { ReportedViolation } from "../../../policy-pack/contract/report";
import { explain } from "../../../policy-pack/core/explain";
import { type EngineEvent, reportable } from "../../../policy-pack/reports/engine-event";
import { reportFromEngine } from "../../../policy-pack/reports/from-engine";
import { junitReport } from "../../../policy-pack/reports/junit";
import { SETTINGS } from "../support/verdicts";
import { BLOCKING, CONTROLS, PROD, REMEDIATED } from "./cases";

const run = { stack: "prod", controls: CONTROLS, settings: SETTINGS } as const;

/** The events that the engine would send of a report, as its policy server words them. */
const eventsOf = (report: typeof PROD): EngineEvent[] => [
  ...report.violations.map((one) => ({
    policyEvent: {
      policyName: one.control,
      enforcementLevel: one.level,
      resourceUrn: one.urn,
      // The engine ends a message with a line break.
      message: `${explain(one)}\n`,
    },
  })),
  ...report.deferred.map(({ control, level, urn, property }) => ({
    policyEvent: {
      policyName: control,
      enforcementLevel: "advisory",
      resourceUrn: urn,
      message: `late (kms/key): ${property} is not known before deployment; it is judged at \`up\`, where it counts as ${level}.\n`,
    },
  })),
  { policyAnalyzeSummaryEvent: { failed: ["red-keys"] } },
  { policyAnalyzeStackSummaryEvent: { passed: ["red-keys-in-graph"] } },
  ...["pulumi:pulumi:Stack", "pulumi:providers:aws", ...Array<string>(3).fill("aws:kms/key:Key")].map(
    (type, i) => {
      const urn = `urn:pulumi:prod::mlplatform::${type}::${i}`;
      return { resOutputsEvent: { metadata: { urn, new: { urn, type } } } };
    },
  ),
  // What a step takes away is no resource of the stack any more.
  { resOutputsEvent: { metadata: { urn: "urn:pulumi:prod::mlplatform::aws:kms/key:Key::gone", new: null } } },
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

  it("knows what may not be excepted, and its finding", () => {
    const never: ReportedViolation = { ...BLOCKING, exemptible: false };
    const controls = CONTROLS.map((control) => ({ ...control, exemptibleInProd: false }));
    const report = reportFromEngine(eventsOf({ ...PROD, violations: [never] }), { ...run, controls });
    assert.deepEqual(report.violations, [never]);
  });

  it("says once what the engine says twice", () => {
    const events = eventsOf(PROD);
    assert.deepEqual(reportFromEngine([...events, ...events], run), reportFromEngine(events, run));
  });

  it("keeps an expired exception in sight", () => {
    for (const daysLeft of [0, -1, -150]) {
      const expiredException = { id: "EX-1", ticket: "SEC-1", expiresOn: "2026-01-01", daysLeft };
      const [violation] = reportFromEngine(
        eventsOf({ ...PROD, violations: [{ ...BLOCKING, expiredException }] }),
        run,
      ).violations;
      assert.deepEqual(violation?.expiredException, expiredException);
    }
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

  it("holds what was mended, each change once", () => {
    const event: EngineEvent = {
      policyRemediationEvent: {
        policyName: "remediate-red-keys",
        resourceUrn: REMEDIATED.urn,
        before: { size: 1 },
        after: { size: 1, colour: "red" },
      },
    };
    const events = [event, event].map((one) => reportable(one) ?? {});
    assert.deepEqual(reportFromEngine(events, run).remediated, [REMEDIATED]);
    assert.equal("remediated" in reportFromEngine(eventsOf(PROD), run), false);
  });

  it("is never clean when the run ended before all was judged, and says why", () => {
    const why = (events: EngineEvent[], failure?: string) =>
      reportFromEngine(events, { ...run, failure }).violations.map(({ control, level, found }) => [
        control,
        level,
        found,
      ]);
    const whole: EngineEvent = { policyAnalyzeStackSummaryEvent: { passed: ["red-keys-in-graph"] } };
    assert.deepEqual(why([whole]), []);
    assert.deepEqual(why([whole], "no such bucket"), [["control-failed", "mandatory", "no such bucket"]]);
    assert.deepEqual(why([]), [
      ["control-failed", "mandatory", "the engine ended without a judgement of all resources together"],
    ]);
    // Where something blocks already, the stack policies of an update are not run: that is no fault.
    assert.deepEqual(
      reportFromEngine(eventsOf({ ...PROD, violations: [BLOCKING] }), { ...run, failure: "blocked" })
        .violations.length,
      1,
    );
  });

  it("judges each resource by the tier of its stack, or the stricter one of its provider's account", () => {
    const provider = "urn:pulumi:dev::mlplatform::pulumi:providers:aws::prod-account";
    const key = "urn:pulumi:dev::mlplatform::aws:kms/key:Key::key";
    const inProd = { urn: key, type: "aws:kms/key:Key", provider: `${provider}::some-id` };
    const events: EngineEvent[] = [
      {
        resOutputsEvent: {
          metadata: {
            urn: provider,
            new: {
              urn: provider,
              type: "pulumi:providers:aws",
              inputs: { allowedAccountIds: '["444444444444"]' },
            },
          },
        },
      },
      { resOutputsEvent: { metadata: { urn: key, new: inProd } } },
      ...[BLOCKING, { ...BLOCKING, urn: key }].map((one) => ({
        policyEvent: {
          policyName: one.control,
          enforcementLevel: one.level,
          resourceUrn: one.urn,
          message: explain(one),
        },
      })),
    ];
    const tiers = (some: EngineEvent[]) =>
      reportFromEngine(some, { ...run, stack: "dev" }).violations.map(({ urn, tier }) => [urn, tier]);
    assert.ok(tiers(events).some(([urn, tier]) => urn === key && tier === "prod"));
    assert.ok(
      tiers(events.map((event) => reportable(event) ?? event)).some(
        ([urn, tier]) => urn === key && tier === "prod",
      ),
    );
    const withoutProvider = events.filter((_, i) => i !== 0);
    assert.ok(tiers(withoutProvider).some(([urn, tier]) => urn === key && tier === "dev"));
  });
});
