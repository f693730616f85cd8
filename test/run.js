"use strict";

// `npm test`: every suite in a process of its own, then one plain line counted from what ran.
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const root = path.dirname(__dirname);
const mocha = path.join(root, "node_modules", "mocha", "bin", "mocha.js");
const SUITES = [
  {
    name: "unit, policy and property tests",
    args: ["--config", ".mocharc.cjs", "--ignore", "test/engine/**", "test/**/*.test.ts"],
  },
  {
    name: "engine tests, on the real Pulumi engine",
    args: ["--config", "test/engine/.mocharc.cjs", "test/engine/**/*.test.ts"],
  },
];

/** Runs one suite. A suite that ends without having counted is itself a failure. */
function runSuite({ name, args }) {
  console.log(`\n${name}`);
  const counts = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "mlplatform-test-")), "counts.json");
  const reporter = ["--reporter", "test/support/counting-reporter.js"];
  const { status } = spawnSync(process.execPath, [mocha, ...args, ...reporter, ...process.argv.slice(2)], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, MLPLATFORM_TEST_COUNTS: counts },
  });
  if (!fs.existsSync(counts)) return { passed: 0, failed: 1, skipped: 0 };
  const counted = JSON.parse(fs.readFileSync(counts, "utf8"));
  fs.rmSync(path.dirname(counts), { recursive: true });
  const diedAfterwards = status !== 0 && counted.failed === 0;
  return diedAfterwards ? { ...counted, failed: 1 } : counted;
}

const totals = { passed: 0, failed: 0, skipped: 0 };
for (const suite of SUITES) {
  const counted = runSuite(suite);
  for (const key of Object.keys(totals)) totals[key] += counted[key];
}
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
