import assert from "node:assert/strict";
import { loadAndValidate, type Problem } from "../../config";
import { COMPANY } from "./bad/company";
import { ENVIRONMENT } from "./bad/environment";
import { ITEMS } from "./bad/items";
import { MODELS } from "./bad/models";
import { TEAM_NAMES } from "./bad/team-names";
import { TEAMS } from "./bad/teams";
import type { BadConfig, ExpectedProblem } from "./support/bad-config";
import { PROD_STACK, PROJECT, replaced, STACK, withProject } from "./support/project";

const KINDS: Readonly<Record<string, readonly BadConfig[]>> = {
  "of the company": COMPANY,
  "of the environment": ENVIRONMENT,
  "of teams' names": TEAM_NAMES,
  "of teams": TEAMS,
  "of what teams want": ITEMS,
  "of what models are made of": MODELS,
};

const shown = ({ file, line, path, found, expected, fix }: Problem): ExpectedProblem => ({
  at: `${file ?? ""}:${line ?? ""}`,
  path,
  found,
  expected,
  fix,
});

function judge({ stack = "dev", project, edit }: BadConfig) {
  const own = stack === "prod" ? PROD_STACK : STACK;
  const files = {
    "Pulumi.yaml": project === undefined ? PROJECT : replaced(PROJECT, ...project),
    [`Pulumi.${stack}.yaml`]: edit === undefined ? own : replaced(own, ...edit),
  };
  return withProject(files, (root) => loadAndValidate(root, stack));
}

describe("bad configuration", () => {
  it("begins from files that are right", () => {
    for (const stack of ["dev", "prod"] as const) {
      assert.equal(judge({ name: "", stack, problems: [] }).ok, true);
    }
  });

  for (const [about, cases] of Object.entries(KINDS)) {
    describe(about, () => {
      for (const bad of cases) {
        it(bad.name, () => {
          const judged = judge(bad);
          assert.equal(judged.ok, false);
          assert.deepEqual(judged.problems.map(shown), bad.problems);
        });
      }
    });
  }

  it("is of more than sixty kinds", () => {
    const names = Object.values(KINDS)
      .flat()
      .map(({ name }) => name);
    assert.ok(new Set(names).size > 60, `${names.length} kinds`);
  });
});
