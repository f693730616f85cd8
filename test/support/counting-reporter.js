"use strict";

const fs = require("node:fs");
const { Spec } = require("mocha").reporters;

/** Mocha's own terminal report; it also writes what it counted, for the last line of `npm test`. */
module.exports = class CountingReporter extends Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const { passes, failures, pending } = this.stats;
      const file = process.env.MLPLATFORM_TEST_COUNTS;
      if (file)
        fs.writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
};
