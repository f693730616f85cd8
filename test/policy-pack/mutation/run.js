"use strict";

// `npm run mutation`: breaks the real graphs, asks the policy pack, and writes RESULTS.md.
require("../../../local-cloud/typescript/register");
require("./run.ts")
  .run(process.argv.slice(2))
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
