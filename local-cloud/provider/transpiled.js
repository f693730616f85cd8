"use strict";

// Lets node require TypeScript files, each transpiled once and then kept. Every account has a provider process
// of its own, several times in each run: loading the compiler in each would cost a second and 100 MB apiece.

const { createHash, randomBytes } = require("node:crypto");
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const FOLDER = join(__dirname, "..", "..", ".local", "transpiled");
const COMPILER = require("typescript/package.json").version;
const OPTIONS = { module: "commonjs", target: "ES2022", esModuleInterop: true };

/** The JavaScript of a TypeScript text: from the folder of kept ones, where the same text was seen before. */
function javascript(text) {
  const key = createHash("sha256")
    .update(`${COMPILER}\n${JSON.stringify(OPTIONS)}\n${text}`)
    .digest("hex");
  const kept = join(FOLDER, `${key.slice(0, 32)}.js`);
  if (existsSync(kept)) return readFileSync(kept, "utf8");
  const { outputText } = require("typescript").transpileModule(text, { compilerOptions: OPTIONS });
  keep(kept, outputText);
  return outputText;
}

/** Written aside and renamed, since several processes may do it at once. Without a writable folder it is not kept. */
function keep(path, text) {
  try {
    mkdirSync(FOLDER, { recursive: true });
    const temporary = `${path}.${process.pid}-${randomBytes(4).toString("hex")}`;
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch {
    // Slower the next time, and right all the same.
  }
}

require.extensions[".ts"] = (module, file) => {
  module._compile(javascript(readFileSync(file, "utf8")), file);
};
