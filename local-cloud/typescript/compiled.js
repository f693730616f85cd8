"use strict";

const { createHash } = require("node:crypto");
const { createRequire, wrap } = require("node:module");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");
const { keep, kept } = require("./keep");

// All that decides the result, besides the text itself: V8 refuses what another version, or other flags, made.
const COMPILER = `${process.versions.v8} ${process.arch} ${process.execArgv.join(" ")}`;

/** Modules of which nothing was kept that V8 takes. */
const fresh = [];

/**
 * Runs a CommonJS module by what V8 compiled of it in an earlier run, and keeps that where there is none: versions of
 * node before 22.1 don't do it by themselves.
 * @param {NodeModule} module The module, whose exports are filled.
 * @param {string} code Its JavaScript.
 * @param {string} file Where it stands.
 * @param {string} folder Where what was compiled is kept.
 */
function runCompiled(module, code, file, folder) {
  const key = createHash("sha256").update(`${COMPILER}\n${file}\n${code}`).digest("hex");
  const path = join(folder, key);
  const cachedData = kept(path);
  const script = new Script(wrap(code), { filename: file, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) fresh.push({ script, path });
  const run = script.runInThisContext();
  run.call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
}

// Only at the end does it hold the functions that the run called, too.
process.once("exit", () => {
  for (const { script, path } of fresh) keep(path, script.createCachedData());
});

module.exports = { runCompiled };
