"use strict";

// One scenario in a process of its own, started as `npm run check` starts: no type check, no stack traces.
require("../local-cloud/typescript/register");
Error.stackTraceLimit = 0;
require("./scenario.ts").measure(process.argv.slice(2));
