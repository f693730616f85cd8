"use strict";

// Tests on the real engine: one after the other, each may take minutes.
module.exports = {
  require: ["ts-node/register/transpile-only"],
  extension: ["ts"],
  timeout: 600000,
  slow: 60000,
  nodeOption: ["stack-trace-limit=0"],
};
