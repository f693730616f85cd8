import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const MODULE = require.resolve("../../../local-cloud/typescript/compiled.js");

/** A module that uses all that a CommonJS module is given. */
const CODE = `
const { basename } = require("node:path");
exports.answer = () => [basename(__filename), basename(__dirname), require("./other").value, module.id, typeof this];
`;

describe("local-cloud/typescript: compiled", () => {
  let folder = "";
  let kept = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "compiled-"));
    kept = path.join(folder, "kept");
    writeFileSync(path.join(folder, "other.js"), "exports.value = 42;");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** What the module answers in a process of its own. */
  function run(code = CODE, where = kept, flags: readonly string[] = []): unknown {
    const file = path.join(folder, "module.js");
    const script = `
      const module_ = { exports: {}, id: "own" };
      require(process.argv[1]).runCompiled(module_, process.argv[2], process.argv[3], process.argv[4]);
      process.stdout.write(JSON.stringify(module_.exports.answer()));`;
    const args = [...flags, "-e", script, MODULE, code, file, where];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
  }

  it("runs a module with all that it is given, and keeps one file of it", () => {
    assert.deepEqual(run(), ["module.js", path.basename(folder), 42, "own", "object"]);
    assert.equal(readdirSync(kept).length, 1);
  });

  it("takes what was kept, and writes nothing anew", () => {
    const first = run();
    const [name = ""] = readdirSync(kept);
    const before = statSync(path.join(kept, name)).ino;
    assert.deepEqual(run(), first);
    assert.deepEqual(readdirSync(kept), [name]);
    assert.equal(statSync(path.join(kept, name)).ino, before);
  });

  it("compiles another text, and for other flags, anew", () => {
    run();
    const other = CODE.replace("exports.answer = () => [", 'exports.answer = () => ["new", ');
    assert.equal((run(other) as string[])[0], "new");
    run(CODE, kept, ["--max-semi-space-size=32"]);
    assert.equal(readdirSync(kept).length, 3);
  });

  it("is right where what was kept is spoilt, and mends it", () => {
    const first = run();
    const file = path.join(kept, readdirSync(kept)[0] ?? "");
    const size = statSync(file).size;
    writeFileSync(file, "spoilt");
    assert.deepEqual(run(), first);
    assert.equal(statSync(file).size, size);
  });

  it("answers where nothing can be kept", () => {
    const first = run();
    const noFolder = path.join(folder, "a-file");
    writeFileSync(noFolder, "");
    assert.deepEqual(run(CODE, noFolder), first);
  });
});
