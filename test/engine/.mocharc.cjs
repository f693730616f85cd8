"use strict";

// As in the other tests, what is printed is compared as text.
process.env.NO_COLOR = "1";

// Tests on the real engine: one after the other, each may take minutes.
module.exports = {
  require: ["ts-node/register/transpile-only", "./test/support/stack-traces.js"],
  // A process of its own, which starts with the environment that is set above.
  "node-option": ["no-warnings"],
  extension: ["ts"],
  timeout: 600000,
  slow: 60000,
};
