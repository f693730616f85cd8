"use strict";

// One of the processes among which `shares.ts` divides the mutants.
require("../../../local-cloud/typescript/register");
require("./judge-share.ts")
  .judgeShare(JSON.parse(process.argv[2]))
  .then(() => process.disconnect())
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
