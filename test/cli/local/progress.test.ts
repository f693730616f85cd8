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
    assert.match(stripVTControlCharacters(drawn), /^\r {2}. dev {2}up {10}0 of 10 {2}starting$/);
    assert.equal(stripVTControlCharacters(drawn).length <= 40, true);
    assert.equal(cleared, "\r\x1b[2K");
    assert.match(stripVTControlCharacters(ended), /^ {2}✓ dev {2}up {10}4 created {2}0\.\d s\n$/);
  });

  it("is plain lines elsewhere: for something short, the last one only", () => {
    const lines = run(false);
    assert.equal(lines.length, 1);
    assert.match(stripVTControlCharacters(lines[0] ?? ""), /^ {2}✓ dev {2}up {10}4 created {2}0\.\d s\n$/);
  });
});
