"use strict";

// One scenario in a process of its own, started as `npm run check` starts: no type check, no stack traces.
require("../cli/start");
Error.stackTraceLimit = 0;
require("./scenario.ts").measure(process.argv.slice(2));
