"use strict";

// Lets node require TypeScript files, each transpiled once and then kept. The commands start in half of the time so,
// and every account has a provider process of its own, several times in each run: loading a compiler in each would
// cost time and memory apiece. Types are checked by `npm run typecheck`, not here.

const { readFileSync } = require("node:fs");
const { enableCompileCache } = require("node:module");
const { join } = require("node:path");
const { runCompiled } = require("./compiled");
const { transpiled } = require("./transpiled");

const KEPT = join(__dirname, "..", "..", ".local");
const COMPILED = join(KEPT, "compiled");

// From version 22.1 node keeps what it compiled, the SDK's modules too; for earlier ones it is done here, for our own.
enableCompileCache?.(COMPILED);

require.extensions[".ts"] = (module, file) => {
  const code = transpiled(readFileSync(file, "utf8"), file, join(KEPT, "transpiled"));
  if (enableCompileCache === undefined) runCompiled(module, code, file, COMPILED);
  else module._compile(code, file);
};
