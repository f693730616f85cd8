"use strict";

// Starts the commands. Types are checked by `npm run typecheck`, not here: they are only stripped.
require("./start");
// The Pulumi SDK takes a stack trace for every promise, which is most of the time of a large run.
if (!process.env.MLPLATFORM_DEBUG) Error.stackTraceLimit = 0;
const { main } = require("./index.ts");

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
