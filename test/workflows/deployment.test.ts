import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const FOLDER = path.resolve(__dirname, "../../.github/workflows");

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

/** The jobs that run the engine, with what each hands to its action, in their order. */
function engineJobs(): { name: string; runs: Readonly<Record<string, unknown>>[] }[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const { jobs } = parse(readFileSync(path.join(FOLDER, file), "utf8")) as Workflow;
    return Object.entries(jobs).flatMap(([job, { steps = [] }]) => {
      const runs = steps
        .filter(({ uses }) => uses?.startsWith("pulumi/actions@") === true)
        .flatMap((step) => (step.with?.["command"] === undefined ? [] : [step.with]));
      return runs.length === 0 ? [] : [{ name: `${file} ${job}`, runs }];
    });
  });
}

describe("the workflows that run the engine", () => {
  const jobs = engineJobs();

  it("are there, and none runs without the policies", () => {
    assert.ok(jobs.length >= 2);
    for (const { name, runs } of jobs)
      for (const run of runs) assert.equal(run["policyPacks"], "policy-pack", name);
  });

  it("judge a preview of the very stack before an update, which by itself skips it", () => {
    const updating = jobs.filter(({ runs }) => runs.some(({ command }) => command === "up"));
    assert.ok(updating.length >= 1);
    for (const { name, runs } of updating) {
      assert.deepEqual(
        runs.map(({ command }) => command),
        ["preview", "up"],
        name,
      );
      const [preview, update] = runs.map(({ command: _, ...rest }) => rest);
      assert.deepEqual(preview, update, name);
    }
  });
});
