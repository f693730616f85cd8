"use strict";

// How the process of a command starts; the benchmark's processes start the same way.
const { setFlagsFromString } = require("node:v8");

// A command runs for seconds and much of its code a few times only. V8 would optimise hundreds of its functions, which
// takes more processor time than it saves; so it waits until a function has run several times as much as by default.
// Nothing but time depends on it. Later versions than 20 have no such flag, and keep what they compiled instead.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=1000000");

require("../local-cloud/typescript/register");
