"use strict";

// Tests run transpile-only: types are checked once, as a step of their own.
// An Output that is turned into a string by mistake throws instead of printing a warning into a name.
process.env.PULUMI_ERROR_OUTPUT_STRING = "true";
// What is printed is compared as text: colours, which a terminal and some CI systems turn on, are off.
process.env.NO_COLOR = "1";

module.exports = {
  require: ["ts-node/register/transpile-only", "./test/support/stack-traces.js"],
  // A process of its own, which starts with the environment that is set above.
  "node-option": ["no-warnings"],
  extension: ["ts"],
  timeout: 30000,
};
