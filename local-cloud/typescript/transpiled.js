"use strict";

const { createHash, randomBytes } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const OPTIONS = { transforms: ["imports", "typescript"], disableESTransforms: true };
// All that decides the result, besides the text itself.
const COMPILER = `sucrase ${require("sucrase/package.json").version} ${JSON.stringify(OPTIONS)}`;

/**
 * The JavaScript of a TypeScript text: types are stripped, lines stay where they are, nothing is checked.
 * @param {string} text The TypeScript.
 * @param {string} file Where it stands, for the message of a syntax error.
 * @param {string} folder Where what was transpiled is kept, by its text: the same text is transpiled once.
 * @returns {string} The JavaScript, as a CommonJS module.
 * @throws {SyntaxError} when the text is no TypeScript.
 */
function transpiled(text, file, folder) {
  const key = createHash("sha256").update(`${COMPILER}\n${text}`).digest("hex");
  const kept = join(folder, `${key}.js`);
  try {
    return readFileSync(kept, "utf8");
  } catch {
    // Loaded here, because it is seldom needed and takes its time.
    const { code } = require("sucrase").transform(text, { ...OPTIONS, filePath: file });
    keep(kept, code, folder);
    return code;
  }
}

/** Written aside and renamed, since several processes may do it at once. Without a writable folder it is not kept. */
function keep(path, code, folder) {
  try {
    mkdirSync(folder, { recursive: true });
    const aside = `${path}.${process.pid}-${randomBytes(4).toString("hex")}`;
    writeFileSync(aside, code);
    renameSync(aside, path);
  } catch {
    // Slower the next time, and right all the same.
  }
}

module.exports = { transpiled };
