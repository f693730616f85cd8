"use strict";

// `npm run mutation`: judges mutants of every class and writes RESULTS.md. It takes some minutes.
require("ts-node/register/transpile-only");
require("./run.ts")
  .run(process.argv.slice(2))
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
