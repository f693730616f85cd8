"use strict";

// Starts the commands. Types are checked by `npm run typecheck`, not here, and sucrase strips them: loading the
// TypeScript compiler for that takes longer than `check --config-only` needs for its whole answer.
const { addHook } = require("sucrase/dist/register");
addHook(".ts", { transforms: ["imports", "typescript"], disableESTransforms: true });
// The Pulumi SDK takes a stack trace for every promise, which is most of the time of a large run.
if (!process.env.MLPLATFORM_DEBUG) Error.stackTraceLimit = 0;
const { main } = require("./index.ts");

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
