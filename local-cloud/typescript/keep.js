"use strict";

const { randomBytes } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { dirname } = require("node:path");

/**
 * Keeps something for later runs. Written aside and renamed, since several processes may do it at once. Without a
 * writable folder it is not kept, which is slower the next time, and right all the same.
 * @param {string} path The file.
 * @param {string | Buffer} content What is kept.
 */
function keep(path, content) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const aside = `${path}.${process.pid}-${randomBytes(4).toString("hex")}`;
    writeFileSync(aside, content);
    renameSync(aside, path);
  } catch {
    // Slower the next time.
  }
}

/**
 * What was kept.
 * @param {string} path The file.
 * @returns {Buffer | undefined} Undefined when nothing was.
 */
function kept(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

module.exports = { keep, kept };
