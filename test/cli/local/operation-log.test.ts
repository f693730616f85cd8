import assert from "node:assert/strict";
import { changeCounts } from "../../../cli/local/operation/change-counts";
import type { EngineEvent } from "../../../cli/local/operation/engine-event";
import { OperationLog } from "../../../cli/local/operation/operation-log";

const urn = (name: string) => `urn:pulumi:dev::mlplatform::aws:s3/bucket:Bucket::${name}`;
const step = (op: string, name: string, diffs: string[] = []): EngineEvent => ({
  resOutputsEvent: {
    metadata: { op, urn: urn(name), type: "aws:s3/bucket:Bucket", diffs, new: { custom: true } },
  },
});
const violation = (message: string, enforcementLevel = "mandatory"): EngineEvent => ({
  policyEvent: { resourceUrn: urn("a"), message, policyName: "p", enforcementLevel },
});
const logOf = (...events: EngineEvent[]): OperationLog => {
  const log = new OperationLog();
  for (const event of events) log.add(event);
  return log;
};

describe("the log of an operation", () => {
  it("counts a component once, whose outputs the engine tells a second time", () => {
    const log = logOf(step("create", "a"), step("create", "a"), step("create", "b"));
    assert.equal(changeCounts(log.changes.values(), "planned"), "2 to create");
    assert.equal(log.steps, 2);
  });

  it("keeps what changed, and what did not", () => {
    const log = logOf(step("update", "a", ["tags"]), step("same", "b"), step("read", "c"));
    assert.deepEqual(
      [...log.changes.values()],
      [{ urn: urn("a"), type: "aws:s3/bucket:Bucket", op: "update", properties: ["tags"], isResource: true }],
    );
    assert.equal(changeCounts(log.changes.values(), "done"), "1 updated");
  });

  it("counts a replacement as one change", () => {
    const log = logOf(step("create-replacement", "a"), step("replace", "a"), step("delete-replaced", "a"));
    assert.equal(changeCounts(log.changes.values(), "done"), "1 replaced");
  });

  it("counts components and providers only where nothing else changes", () => {
    const component: EngineEvent = {
      resOutputsEvent: {
        metadata: { op: "create", urn: urn("c"), type: "mlplatform:a:B", new: { custom: false } },
      },
    };
    const provider: EngineEvent = {
      resOutputsEvent: {
        metadata: { op: "update", urn: urn("p"), type: "pulumi:providers:aws", new: { custom: true } },
      },
    };
    const counts = (...events: EngineEvent[]) => changeCounts(logOf(...events).changes.values(), "planned");
    assert.equal(counts(component, provider, step("create", "a")), "1 to create");
    assert.equal(counts(component, provider), "no resource changes, only components or providers");
  });

  it("has no changes to tell of", () => {
    assert.equal(changeCounts(logOf(step("same", "a")).changes.values(), "done"), "no changes");
  });

  it("tells violations from advice, and the same one once", () => {
    const log = logOf(violation("x"), violation("x"), violation("y"), violation("x", "advisory"));
    assert.deepEqual(
      log.violations.map(({ message }) => message),
      ["x", "y"],
    );
    assert.deepEqual(
      log.advice.map(({ message }) => message),
      ["x"],
    );
  });

  it("tells advice from judgements that wait", () => {
    const waits =
      "s3/bucket x: website is not known before deployment; it is judged at `up`, where it counts as mandatory.";
    const log = logOf(violation(waits, "advisory"), violation("x", "advisory"));
    assert.deepEqual([log.deferred.length, log.advice.length, log.violations.length], [1, 1, 0]);
  });

  it("counts a policy once, whether it passed or failed", () => {
    const log = logOf(
      { policyAnalyzeSummaryEvent: { passed: ["a", "b"] } },
      { policyAnalyzeSummaryEvent: { passed: ["a"], failed: ["c"] } },
      { policyAnalyzeStackSummaryEvent: { passed: ["d"] } },
    );
    assert.deepEqual([...log.policies].sort(), ["a", "b", "c", "d"]);
  });

  it("keeps errors, and leaves warnings and debugging aside", () => {
    const log = logOf(
      { diagnosticEvent: { message: "it broke\n", severity: "error", urn: urn("a") } },
      { diagnosticEvent: { message: "careful", severity: "warning" } },
      { diagnosticEvent: { message: "detail", severity: "debug" } },
      { resOpFailedEvent: { metadata: { op: "create", urn: urn("a"), type: "t" } } },
    );
    assert.deepEqual(log.errors, [{ urn: urn("a"), message: "it broke" }]);
    assert.deepEqual([...log.failed], [urn("a")]);
  });
});
