import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { CONTROLS } from "../../../../policy-pack/controls";
import { CASES_FILE, type CollectedCase } from "../../../policy-pack/support/collected-cases";
import { UNKNOWN_SENTINEL } from "../../../policy-pack/support/realise";
import { PROJECT_ROOT } from "../local";

/** Folders of tests that judge by many controls at once, or by none: they have no cases of a control. */
const WITHOUT_CASES = [
  "catalogue",
  "mutation",
  "false-alarms",
  "alone",
  "remediation",
  "reports",
  "engine",
  "exceptions",
  "core",
];

/**
 * The cases of the controls' own tests, collected from a run of these tests.
 * @param folder Where to keep them meanwhile.
 * @throws Error when the run finds no case: then nothing would be tested.
 */
export function collectCases(folder: string): readonly CollectedCase[] {
  const file = path.join(folder, "cases.jsonl");
  const ignored = WITHOUT_CASES.flatMap((name) => ["--ignore", `test/policy-pack/${name}/**`]);
  const mocha = require.resolve("mocha/bin/mocha.js");
  const run = spawnSync(
    process.execPath,
    [mocha, ...ignored, "--reporter", "dot", "test/policy-pack/*/*.test.ts"],
    {
      cwd: PROJECT_ROOT,
      env: { ...process.env, [CASES_FILE]: file },
      encoding: "utf8",
    },
  );
  if (!fs.existsSync(file)) throw new Error(`No case was collected.\n${run.stdout}\n${run.stderr}`);
  const names = new Set(CONTROLS.map(({ name }) => name));
  return fs
    .readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .filter((line) => !line.includes(UNKNOWN_SENTINEL))
    .map((line) => JSON.parse(line) as CollectedCase)
    .filter(({ control }) => names.has(control));
}
