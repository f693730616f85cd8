"use strict";

// How the process of a command starts; the benchmark's processes start the same way.
const { setFlagsFromString } = require("node:v8");

// A command runs for seconds and much of its code a few times only. V8 would optimise hundreds of its functions, which
// takes more processor time than it saves; so it waits until a function has run several times as much as by default.
// Nothing but time depends on it. Node 20, 22 and 24 have this flag; https://nodejs.org/api/v8.html#v8setflagsfromstringflags
setFlagsFromString("--interrupt-budget=1000000");

require("../local-cloud/typescript/register");
