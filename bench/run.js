"use strict";

// `npm run bench`: measures and writes bench/RESULTS.md. Nothing here is a test: the numbers are ratios in one run.
require("ts-node/register/transpile-only");
require("./index.ts")
  .bench(process.argv.slice(2))
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
