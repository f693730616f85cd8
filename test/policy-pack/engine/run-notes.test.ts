import assert from "node:assert/strict";
import type { ReportedDeferral } from "../../../policy-pack/contract/report";
import { RunNotes } from "../../../policy-pack/engine/run-notes";
import { waitingInWords } from "../../../policy-pack/engine/waiting";
import { blueKey, RECORD } from "../exceptions/cases";
import { EXCEPTED, BLOCKING } from "../reports/cases";
import { realise } from "../support/realise";

const [raw] = realise([blueKey], "known");
assert.ok(raw);
const waits: ReportedDeferral = { control: "red-keys", level: "mandatory", urn: raw.urn, property: "colour" };

describe("what the policies of a run note for the last of them", () => {
  it("is what waits, and the exceptions that cover something or are meant for what waits", () => {
    const notes = new RunNotes();
    const other = { ...RECORD, id: "EX-2" };
    notes.noteViolation(BLOCKING);
    notes.noteDeferral(waits, raw, { valid: [other, { ...RECORD, id: "EX-3", control: "others" }] });
    notes.noteViolation(EXCEPTED);
    const { deferrals, exceptionsUsed } = notes.take();
    assert.deepEqual(deferrals, [waits]);
    assert.deepEqual([...exceptionsUsed], ["EX-2", "EX-1"]);
  });

  it("is asked for once: an update begins anew", () => {
    const notes = new RunNotes();
    notes.noteViolation(EXCEPTED);
    notes.noteDeferral(waits, undefined, { valid: [RECORD] });
    notes.take();
    const { deferrals, exceptionsUsed } = notes.take();
    assert.deepEqual([deferrals.length, exceptionsUsed.size], [0, 0]);
  });
});

describe("how many judgements wait", () => {
  it("is said in a sentence, with how many of them can block, and not at all when none does", () => {
    assert.equal(waitingInWords([]), undefined);
    assert.equal(
      waitingInWords([waits, { ...waits, level: "advisory" }]),
      "policies: 2 judgements wait for `up`, where 1 of them can block: the values are not known before.",
    );
    assert.equal(
      waitingInWords([waits]),
      "policies: 1 judgement waits for `up`, where 1 of them can block: the values are not known before.",
    );
  });
});
