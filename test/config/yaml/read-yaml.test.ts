import assert from "node:assert/strict";
import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import { parseYaml, readYaml } from "../../../config/yaml/read-yaml";
import { withProject } from "../support/project";

/** The text, then the path, the line and what is found, for each problem. */
const REFUSED: Readonly<
  Record<string, readonly [text: string | Uint8Array, ...problems: readonly string[]]>
> = {
  "a key twice": ["a: 1\nb: 2\na: 3\n", "a:3 the same key as in line 1"],
  "a key twice, deeper": ["a:\n  x: 1\n  x: 2\n", "a.x:3 the same key as in line 2"],
  "an entry under a value": ["a: 1\n  b: 2\n", "f.yaml:1 an entry inside a value"],
  "a tab": ["a:\n\tb: 1\n", "f.yaml:2 a tab"],
  "an open quote": ['a: "x\nb: 1\n', "f.yaml:3 a quote, comma, colon or bracket missing"],
  "two documents": ["a: 1\n---\nb: 2\n", "f.yaml:2 a second document"],
  "a directive": ["%YAML 1.1\n---\na: yes\n", "f.yaml:1 a directive"],
  "an anchor": ["a: &x 1\n", "a:1 an anchor"],
  "an alias": ["a: &x 1\nb: *x\n", "a:1 an anchor", "b:2 an alias"],
  "aliases that multiply": [
    "a: &a [x, x]\nb: &b [*a, *a]\n",
    "a:1 an anchor",
    "b:2 an anchor",
    "b[0]:2 an alias",
    "b[1]:2 an alias",
  ],
  "a merge key": ["a:\n  <<: { b: 1 }\n", "a:2 a merge key"],
  "a tag": ["a: !!binary aGk=\n", "a:1 a tag"],
  "an unknown tag": ["a: !Ref b\n", "a:1 a tag"],
  "a tag at a key": ["!!str a: 1\n", "a:1 an anchor or a tag at a key"],
  "a number for a key": ["1: a\n", "f.yaml:1 a key that is not text"],
  "a mapping for a key": ["{ a: 1 }: b\n", "f.yaml:1 a key that is not text"],
  "no key": ["? \n: b\n", "f.yaml:1 a key that is not text"],
  "a key named __proto__": ["x:\n  __proto__: { a: 1 }\n", 'x.__proto__:2 the key "__proto__"'],
  "a key named constructor": ["x:\n  constructor: { a: 1 }\n", 'x.constructor:2 the key "constructor"'],
  "an octal number": ["a: 010\n", "a:1 the number 010"],
  "a hexadecimal number": ["a: 0x10\n", "a:1 the number 0x10"],
  "an exponent": ["a: 1e3\n", "a:1 the number 1e3"],
  infinity: ["a: .inf\n", "a:1 the number .inf"],
  "no number": ["a: .nan\n", "a:1 the number .nan"],
  "a null character": ["a: b\nc: \0\n", "f.yaml:2 a control character"],
  "an escape sequence": ["a: \u001b[31m\n", "f.yaml:1 a control character"],
  "a text that turns around": [
    "a: 1\nb: \u202ex\n",
    "f.yaml:2 a character that changes the direction of the text",
  ],
  "a very long line": [`a: ${"x".repeat(5000)}\n`, "f.yaml:1 a very long line"],
  "a very large file": ["# comment\n".repeat(60_000), "f.yaml: 600000 bytes"],
  "deep nesting in braces": [
    `a: ${"[".repeat(100)}${"]".repeat(100)}\n`,
    `a[0][0]:1 values in one another too deeply`,
  ],
  "deep nesting in lines": [
    Array.from({ length: 60 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
    "a.a.a:34 values in one another too deeply",
  ],
  "bytes that are not UTF-8": [
    Uint8Array.of(0x61, 0x3a, 0x20, 0xff, 0xfe),
    "f.yaml: bytes that are not UTF-8",
  ],
  "UTF-16": [Buffer.from("\ufeffa: 1\n", "utf16le"), "f.yaml: bytes that are not UTF-8"],
};

describe("reading YAML", () => {
  for (const [name, [text, ...problems]] of Object.entries(REFUSED)) {
    it(`refuses ${name}`, () => {
      const read = withProject({ "f.yaml": text }, (root) => readYaml(root, "f.yaml"));
      assert.deepEqual(
        read.problems.map((problem) => `${problem.path}:${problem.line ?? ""} ${problem.found}`),
        problems,
      );
      for (const { file, expected, fix } of read.problems)
        assert.ok(file === "f.yaml" && expected !== "" && fix !== "");
    });
  }

  it("refuses what is too deep for the parser itself", () => {
    const { value, problems } = parseYaml("? ".repeat(2000), "f.yaml");
    assert.equal(value, undefined);
    assert.deepEqual(
      problems.map(({ found }) => found),
      ["values in one another too deeply"],
    );
  });

  it("reads plain data, with a byte-order mark and either line ending", () => {
    const text = '\ufeffa:\r\n  - 1\r\n  - "x"\r\n  - 2.5\r\nb: { c: true, d: }\r\n';
    const { value, problems, positions } = withProject({ "f.yaml": text }, (root) =>
      readYaml(root, "f.yaml"),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(value, { a: [1, "x", 2.5], b: { c: true, d: null } });
    assert.deepEqual(
      [...positions].map(([at, { line }]) => `${at} ${line}`),
      ["a 1", "a[0] 2", "a[1] 3", "a[2] 4", "b 5", "b.c 5", "b.d 5"],
    );
  });

  it("says that a file is missing, a folder, or not to be read", () => {
    withProject({ "secret.yaml": "a: 1" }, (root) => {
      mkdirSync(path.join(root, "folder.yaml"));
      chmodSync(path.join(root, "secret.yaml"), 0);
      const found = (file: string) => readYaml(root, file).problems.map((problem) => problem.found);
      assert.deepEqual(found("none.yaml"), ["no such file"]);
      assert.deepEqual(found("folder.yaml"), ["something that is not a file"]);
      // The superuser may read everything.
      if (process.getuid?.() !== 0)
        assert.deepEqual(found("secret.yaml"), ["a file that cannot be read (EACCES)"]);
    });
  });
});
