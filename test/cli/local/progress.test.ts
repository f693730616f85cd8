import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { OperationLog } from "../../../cli/local/operation/operation-log";
import { Progress } from "../../../cli/local/operation/progress";

describe("progress", () => {
  const run = (isTTY: boolean) => {
    const written: string[] = [];
    const output = { isTTY, columns: 40, write: (text: string) => void written.push(text) };
    new Progress(output, "dev  up", new OperationLog(), 10).done(true, "4 created");
    return written;
  };

  it("is one line that is drawn over on a terminal, never wider than it", () => {
    const [drawn = "", cleared, ended = ""] = run(true);
    assert.match(stripVTControlCharacters(drawn), /^\r {2}. dev {2}up {10}starting$/);
    assert.equal(stripVTControlCharacters(drawn).length <= 40, true);
    assert.equal(cleared, "\r\x1b[2K");
    assert.match(stripVTControlCharacters(ended), /^ {2}✓ dev {2}up {10}4 created {2}0\.\d s\n$/);
  });

  it("says what the engine is at", () => {
    const written: string[] = [];
    const output = { isTTY: true, columns: 80, write: (text: string) => void written.push(text) };
    const log = new OperationLog();
    const urn = "urn:pulumi:dev::mlplatform::aws:s3/bucket:Bucket::data";
    const metadata = { op: "create", urn, type: "aws:s3/bucket:Bucket" };
    const drawn = () => {
      new Progress(output, "dev  up", log, 10).done(true, "");
      return stripVTControlCharacters(written.splice(0)[0] ?? "").slice(5);
    };
    log.add({ policyLoadEvent: {} });
    assert.equal(drawn(), "dev  up          starting the policy pack");
    log.add({ resourcePreEvent: { metadata } });
    log.add({ resOutputsEvent: { metadata } });
    assert.equal(drawn(), "dev  up          1 of 10  s3/Bucket data");
  });

  it("is plain lines elsewhere: for something short, the last one only", () => {
    const lines = run(false);
    assert.equal(lines.length, 1);
    assert.match(stripVTControlCharacters(lines[0] ?? ""), /^ {2}✓ dev {2}up {10}4 created {2}0\.\d s\n$/);
  });
});
