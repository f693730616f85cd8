import assert from "node:assert/strict";
import path from "node:path";
import { loadAndValidate, loadStack } from "../../config";
import { PROJECT, replaced, STACK, withProject } from "./support/project";

const ROOT = path.join(__dirname, "../..");
const load = (project: string, stack: string) =>
  withProject({ "Pulumi.yaml": project, "Pulumi.dev.yaml": stack }, (root) => loadStack(root, "dev"));

describe("the example stack files", () => {
  const teamsOf = (stack: string) => {
    const loaded = loadAndValidate(ROOT, stack);
    assert.ok(loaded.ok && loaded.settings.kind === "environment", JSON.stringify(loaded));
    return loaded.settings;
  };

  it("are valid, and of the kind that their name says", () => {
    const org = loadAndValidate(ROOT, "org");
    assert.ok(org.ok);
    assert.equal(org.settings.kind, "organization");
    for (const stack of ["dev", "staging", "prod"]) {
      const { environment, teams, posture } = teamsOf(stack);
      assert.deepEqual([environment.tier, posture.tier], [stack, stack]);
      assert.deepEqual(Object.keys(teams), ["checkout", "credit-risk", "fraud", "vision"]);
    }
  });

  it("show what teams may want: one only trains, one only serves, one has everything, one an account", () => {
    const { fraud, vision, checkout } = teamsOf("dev").teams;
    const wants = (team: typeof fraud) => [
      team?.training !== undefined,
      ...[team?.models, team?.notebooks, team?.featureGroups, team?.secrets].map(
        (all) => Object.keys(all ?? {}).length,
      ),
    ];
    assert.deepEqual(wants(vision), [true, 0, 0, 0, 0]);
    assert.deepEqual(wants(checkout), [false, 1, 0, 0, 0]);
    assert.deepEqual(wants(fraud), [true, 1, 1, 1, 1]);
    assert.equal(teamsOf("staging").teams["credit-risk"]?.account, "staging-credit");
    assert.equal(teamsOf("prod").teams["credit-risk"]?.account, "prod-credit");
  });
});

describe("loading a stack's files", () => {
  it("merges as the engine does: a key of the stack replaces the project's as a whole", () => {
    const own = replaced(
      STACK,
      "config:\n",
      "config:\n  mlplatform:company: { name: other }\n  aws:region: eu-west-1\n",
    );
    const { values, locate } = load(PROJECT, own);
    assert.deepEqual(Object.keys(values), [
      "mlplatform:company",
      "mlplatform:environment",
      "mlplatform:teams",
    ]);
    assert.deepEqual(values["mlplatform:company"], { name: "other" });
    assert.deepEqual(locate("mlplatform:company.name"), { file: "Pulumi.dev.yaml", line: 2 });
  });

  it("takes a key without a namespace for the project's own, and a default before a value", () => {
    const project = "name: mlplatform\nconfig:\n  company:\n    value: { a: 1 }\n    default: { b: 2 }\n";
    assert.deepEqual(load(project, "config: {}\n").values, { "mlplatform:company": { b: 2 } });
  });

  it("finds a path at its line, and what is absent at the nearest thing around it", () => {
    const { locate } = load(PROJECT, STACK);
    assert.deepEqual(locate("mlplatform:company.accounts.workloads.prod.cidr"), {
      file: "Pulumi.yaml",
      line: 21,
    });
    assert.deepEqual(locate("mlplatform:teams.fraud.owners[0]"), { file: "Pulumi.dev.yaml", line: 8 });
    assert.deepEqual(locate("mlplatform:teams.fraud.account"), { file: "Pulumi.dev.yaml", line: 6 });
    assert.deepEqual(locate("mlplatform:teams.frau"), { file: "Pulumi.dev.yaml", line: 5 });
    assert.equal(locate("mlplatform:nothing"), undefined);
  });

  it("says no more than that a file is missing or broken, when one is", () => {
    const missing = withProject({ "Pulumi.yaml": PROJECT }, (root) => loadAndValidate(root, "dev"));
    assert.ok(!missing.ok);
    assert.deepEqual(missing.problems, [
      {
        path: "Pulumi.dev.yaml",
        found: "no such file",
        expected: "a YAML file in the project's folder",
        fix: "Create Pulumi.dev.yaml, or select another stack.",
        file: "Pulumi.dev.yaml",
      },
    ]);
    const broken = withProject({ "Pulumi.yaml": "a: [", "Pulumi.dev.yaml": "a:\n\tb" }, (root) =>
      loadAndValidate(root, "dev"),
    );
    assert.ok(!broken.ok);
    assert.deepEqual(
      broken.problems.map(({ file, line }) => `${file ?? ""}:${line ?? ""}`),
      ["Pulumi.yaml:1", "Pulumi.dev.yaml:2"],
    );
  });

  it("never reads a file that a stack's name leads to elsewhere", () => {
    for (const stack of ["../dev", "dev/../dev", "", "DEV", "dev\0"]) {
      const { values, problems } = loadStack(ROOT, stack);
      assert.deepEqual(values, {});
      assert.deepEqual(
        problems.map((problem) => problem.path),
        ["stack"],
      );
    }
  });
});
