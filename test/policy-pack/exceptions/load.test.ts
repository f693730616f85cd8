import assert from "node:assert/strict";
import fc from "fast-check";
import { stringify } from "yaml";
import { parseExceptions } from "../../../policy-pack/exceptions/load";
import { globMatches } from "../../../policy-pack/exceptions/select";
import { file, judgeWith, RECORD } from "./cases";

const text = (...exceptions: readonly unknown[]) =>
  stringify({ approvers: ["security@example.com"], exceptions });

describe("reading exceptions", () => {
  it("gives back what was written", () => {
    assert.deepEqual(parseExceptions(text(RECORD)), {
      approvers: ["security@example.com"],
      exceptions: [RECORD],
      unreadable: [],
    });
  });

  it("keeps a record without days, which count as expired", () => {
    const { expiresOn: _gone, ...rest } = RECORD;
    const read = parseExceptions(text({ ...rest, createdOn: 5 }));
    assert.deepEqual(read.exceptions, [{ ...RECORD, createdOn: "missing", expiresOn: "missing" }]);
  });

  it("takes an empty file for no exceptions", () => {
    assert.deepEqual(parseExceptions("# nothing\n"), { approvers: [], exceptions: [], unreadable: [] });
  });

  it("lists what it cannot read, which then blocks", () => {
    const read = parseExceptions(text({ ...RECORD, aproved: true }, "EX-2"));
    assert.equal(read.exceptions.length, 0);
    assert.equal(read.unreadable.length, 2);
    assert.match(read.unreadable[0] ?? "", /exceptions\[0\].*aproved/);
    const violations = judgeWith({ ...file(), unreadable: read.unreadable }).violations;
    assert.equal(
      violations.filter((one) => one.control === "exceptions-valid" && one.level === "mandatory").length,
      2,
    );
  });

  it("lists text that is no YAML, or no list", () => {
    assert.equal(parseExceptions("exceptions: [").unreadable.length, 1);
    assert.equal(parseExceptions("exceptions: 5").unreadable.length, 1);
    assert.equal(parseExceptions("- a list").unreadable.length, 1);
  });

  it("says where text is no YAML, and what is wrong with a file that is no mapping", () => {
    assert.deepEqual(parseExceptions("approvers: [a\nexceptions: {").unreadable, [
      "not YAML: Flow sequence in block collection must be sufficiently indented and end with a ] at line 2, column 1",
    ]);
    assert.deepEqual(parseExceptions("a: 1\na: 2\n").unreadable, [
      "not YAML: Map keys must be unique at line 2, column 1",
    ]);
    assert.deepEqual(parseExceptions("- a list").unreadable, [
      "Invalid input: expected object, received array",
    ]);
    assert.deepEqual(parseExceptions("approvers: [5]").unreadable, [
      "approvers.0: Invalid input: expected string, received number",
    ]);
  });

  it("never throws, whatever it is given", () => {
    fc.assert(fc.property(fc.string(), (anything) => Array.isArray(parseExceptions(anything).unreadable)));
  });
});

describe("names with stars", () => {
  it("match any text at a star, and nothing else specially", () => {
    assert.ok(globMatches("scratch-*", "scratch-1"));
    assert.ok(globMatches("*-a-*", "x-a-y"));
    assert.ok(!globMatches("scratch", "scratch-1"));
    assert.ok(!globMatches("a.c", "abc"));
    assert.ok(!globMatches("a|b", "a"));
  });

  it("match a text that holds the parts in order", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
        fc.pre(!a.includes("*") && !c.includes("*"));
        return globMatches(`${a}*${c}`, `${a}${b}${c}`);
      }),
    );
  });
});
