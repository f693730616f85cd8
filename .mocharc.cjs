"use strict";

// Tests run transpile-only: types are checked once, as a step of their own.
// An Output that is turned into a string by mistake throws instead of printing a warning into a name.
process.env.PULUMI_ERROR_OUTPUT_STRING = "true";

module.exports = {
  require: ["ts-node/register/transpile-only"],
  extension: ["ts"],
  timeout: 30000,
  nodeOption: ["stack-trace-limit=0"],
};
