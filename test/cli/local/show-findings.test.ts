import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { OperationLog } from "../../../cli/local/operation/operation-log";
import { findings } from "../../../cli/local/operation/show-findings";

const urn = "urn:pulumi:dev::mlplatform::a:b:C$aws:s3/bucket:Bucket::fraud-data";
const policyEvent = (policyName: string, enforcementLevel: string) => ({
  policyEvent: {
    resourceUrn: urn,
    message: "Block it.\n\nFound: nothing\n",
    policyName,
    enforcementLevel,
    severity: "high",
  },
});
const shown = (log: OperationLog, good = false, engineMessage?: string) =>
  stripVTControlCharacters(findings({ kind: "preview", log, events: [], good, engineMessage }));

describe("findings", () => {
  it("show a violation with its resource and the whole explanation", () => {
    const log = new OperationLog();
    log.add(policyEvent("s3-public", "mandatory"));
    assert.equal(
      shown(log),
      "\n✗ s3-public (high)  s3/Bucket fraud-data\n    Block it.\n\n    Found: nothing",
    );
  });

  it("show the first three violations of a policy in full, and the resources of the others", () => {
    const log = new OperationLog();
    for (const name of ["a", "b", "c", "d", "e"]) {
      const { policyEvent: event } = policyEvent("p", "mandatory");
      log.add({ policyEvent: { ...event, resourceUrn: urn.replace("fraud-data", name) } });
    }
    log.add(policyEvent("q", "mandatory"));
    const text = shown(log);
    assert.deepEqual(text.match(/^✗ .*$/gm), [
      "✗ p (high)  s3/Bucket a",
      "✗ p (high)  s3/Bucket b",
      "✗ p (high)  s3/Bucket c",
      "✗ q (high)  s3/Bucket fraud-data",
    ]);
    assert.match(text, /\n {2}Also:\n {4}s3\/Bucket d\n {4}s3\/Bucket e\n/);
  });

  it("show much advice by policy only", () => {
    const log = new OperationLog();
    for (const name of ["a", "b", "c", "d", "e", "f"]) log.add(policyEvent(name, "advisory"));
    const rows = ["a", "b", "c", "d", "e", "f"].map((name) => `       1  ${name}`);
    assert.equal(shown(log, true), `\n! advice, which blocks nothing in this tier:\n${rows.join("\n")}`);
  });

  it("show an error, and not the engine's summing up of it", () => {
    const log = new OperationLog();
    log.add({ diagnosticEvent: { urn, message: "bucket name is taken", severity: "error" } });
    log.add({ diagnosticEvent: { message: "update failed", severity: "error" } });
    log.add({
      diagnosticEvent: { urn, message: "failed to run remediation: context canceled", severity: "error" },
    });
    assert.equal(shown(log), "\n✗ error s3/Bucket fraud-data\n    bucket name is taken");
  });

  it("show what the engine wrote, when no event explains its failure", () => {
    assert.equal(
      shown(new OperationLog(), false, "error: no such thing"),
      "\n✗ error\n    error: no such thing",
    );
  });

  it("show first what was mended, property by property", () => {
    const event = {
      policyRemediationEvent: {
        policyName: "remediate-it",
        resourceUrn: urn,
        before: {},
        after: { on: true },
      },
    };
    const operation = {
      kind: "preview",
      log: new OperationLog(),
      events: [event, event],
      good: true,
    } as const;
    assert.match(
      stripVTControlCharacters(findings(operation)),
      /^\n~ remediate-it {2}.*\n {4}on: not set → true$/,
    );
  });

  it("are nothing when all is well", () => assert.equal(shown(new OperationLog(), true), ""));
});
