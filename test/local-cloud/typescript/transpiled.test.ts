import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { transform } from "sucrase";

const MODULE = require.resolve("../../../local-cloud/typescript/transpiled.js");
const { transpiled } = require(MODULE) as {
  transpiled(text: string, file: string, folder: string): string;
};

const TEXT = 'import { join } from "node:path";\nexport const a: string = join("b", "c");\n';
const JAVASCRIPT = transform(TEXT, { transforms: ["imports", "typescript"], disableESTransforms: true }).code;

describe("local-cloud/typescript: transpiled", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "transpiled-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The one file that is kept. */
  function onlyKept(): string {
    const files = readdirSync(folder);
    assert.equal(files.length, 1);
    return path.join(folder, files[0] ?? "");
  }

  it("strips the types, and keeps the result", () => {
    assert.equal(transpiled(TEXT, "a.ts", folder), JAVASCRIPT);
    assert.equal(readFileSync(onlyKept(), "utf8"), JAVASCRIPT);
  });

  it("takes what was kept of the same text, wherever it stands", () => {
    transpiled(TEXT, "a.ts", folder);
    writeFileSync(onlyKept(), "// kept");
    assert.equal(transpiled(TEXT, "elsewhere/b.ts", folder), "// kept");
  });

  it("transpiles a text anew once a character of it differs", () => {
    transpiled(TEXT, "a.ts", folder);
    const edited = TEXT.replace('"c"', '"d"');
    assert.equal(transpiled(edited, "a.ts", folder), JAVASCRIPT.replace('"c"', '"d"'));
    assert.equal(transpiled(TEXT, "a.ts", folder), JAVASCRIPT);
    assert.equal(readdirSync(folder).length, 2);
  });

  it("answers where nothing can be kept", () => {
    const file = path.join(folder, "a-file");
    writeFileSync(file, "");
    assert.equal(transpiled(TEXT, "a.ts", file), JAVASCRIPT);
    assert.equal(readFileSync(file, "utf8"), "");
  });

  it("names the file of a text that is no TypeScript, and keeps nothing", () => {
    assert.throws(
      () => transpiled("const = 1;", "stacks/broken.ts", folder),
      /^SyntaxError: Error transforming stacks\/broken\.ts: .*\(1:7\)$/,
    );
    assert.deepEqual(readdirSync(folder), []);
  });

  it("is right in every one of many processes that begin at once", async () => {
    const script = `process.stdout.write(require(${JSON.stringify(MODULE)}).transpiled(...process.argv.slice(1)))`;
    const run = () => promisify(execFile)(process.execPath, ["-e", script, TEXT, "a.ts", folder]);
    const answers = await Promise.all(Array.from({ length: 6 }, run));
    assert.deepEqual(
      answers.map(({ stdout }) => stdout),
      answers.map(() => JAVASCRIPT),
    );
    assert.equal(readFileSync(onlyKept(), "utf8"), JAVASCRIPT);
  });

  it("runs only what this machine kept: nothing that git brings", async function () {
    const root = path.join(__dirname, "../../..");
    if (!existsSync(path.join(root, ".git"))) this.skip();
    const { stdout } = await promisify(execFile)("git", ["ls-files", "--", ".local"], { cwd: root });
    assert.equal(stdout, "");
  });
});
