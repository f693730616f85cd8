"use strict";

const { createHash } = require("node:crypto");
const { join } = require("node:path");
const { keep, kept } = require("./keep");

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
  const path = join(folder, `${key}.js`);
  const before = kept(path);
  if (before !== undefined) return before.toString();
  // Loaded here, because it is seldom needed and takes its time.
  const { code } = require("sucrase").transform(text, { ...OPTIONS, filePath: file });
  keep(path, code);
  return code;
}

module.exports = { transpiled };
