import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse } from "yaml";

const ROOT = path.resolve(__dirname, "../../..");
const WORKFLOW = ".github/workflows/pull-request.yml";
const FOLDERS = ["config", "components", "stacks", "policy-pack", "local-cloud", "cli"];

interface Workflow {
  readonly jobs: Readonly<Record<string, { steps: readonly { name?: string; run?: string }[] }>>;
}

/** The very command of the workflow. */
function command(): string {
  const { jobs } = parse(readFileSync(path.join(ROOT, WORKFLOW), "utf8")) as Workflow;
  const step = jobs["check"]?.steps.find(({ name }) => name === "Judge the pull request");
  assert.ok(step?.run, "the workflow has the step");
  return step.run;
}

/** A copy of the repository with a history of its own, of one commit. */
function copy(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "mlplatform-pull-request-"));
  const files = readdirSync(ROOT).filter((name) =>
    /^(Pulumi.*\.yaml|package\.json|tsconfig.*\.json|\.gitignore)$/.test(name),
  );
  for (const part of [...FOLDERS, ...files])
    cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  run(folder, "git init --quiet --initial-branch main");
  commit(folder);
  return folder;
}

const commit = (folder: string) =>
  run(
    folder,
    "git add --all && git -c user.name=test -c user.email=test@example.com -c commit.gpgsign=false commit --quiet --message change",
  );

function run(folder: string, line: string): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", line], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", GITHUB_STEP_SUMMARY: path.join(folder, "check-out/summary.md") },
  });
  return { code: status, output: stdout + stderr };
}

/** Changes one place of a file, and is sure to have changed it. */
function edit(folder: string, file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(path.join(folder, file), "utf8");
  const after = before.replace(from, to);
  assert.notEqual(after, before, `${file} has ${String(from)}`);
  writeFileSync(path.join(folder, file), after);
}

describe("a pull request, judged by the workflow's own command", function () {
  this.timeout(300_000);
  let folder: string;
  beforeEach(() => {
    folder = copy();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const written = (name: string) => readFileSync(path.join(folder, "check-out", name), "utf8");

  it("fails for a bucket that loses its public access block, and says what to do", () => {
    edit(
      folder,
      "components/secure/bucket/base.ts",
      "restrictPublicBuckets: true",
      "restrictPublicBuckets: false",
    );
    commit(folder);
    const { code, output } = run(folder, command());
    assert.equal(code, 1, output);
    assert.match(output, /✖ s3-public-access-block \(critical, mandatory\)/);

    const comment = written("check.md");
    assert.match(comment, /## ✖ Policies: blocked in org, dev, staging, prod/);
    const section = comment.slice(comment.indexOf("### ✖ s3-public-access-block (critical)"));
    for (const part of [
      "`restrictPublicBuckets`: found `false`, required `true, for all four of them`",
      "<details><summary>How to mend it</summary>",
      "restrictPublicBuckets: true",
      "npm run policy -- explain s3-public-access-block",
    ])
      assert.ok(section.includes(part), `${part}\n\n${section}`);

    assert.equal(written("summary.md"), comment, "the summary of the job is the comment");

    const { runs } = JSON.parse(written("check.sarif")) as {
      runs: {
        results: {
          ruleId: string;
          locations: {
            physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
          }[];
        }[];
      }[];
    };
    const results = runs[0]?.results.filter(({ ruleId }) => ruleId === "s3-public-access-block") ?? [];
    assert.ok(results.length > 4, "every bucket");
    const lines = readFileSync(path.join(folder, "Pulumi.dev.yaml"), "utf8").split("\n");
    const places = results.map(({ locations }) => locations[0]?.physicalLocation);
    const named = places
      .filter((place) => place?.artifactLocation.uri === "Pulumi.dev.yaml")
      .map((place) => lines[(place?.region.startLine ?? 0) - 1]?.trim());
    assert.ok(named.includes("fraud:"), `the line of a team whose bucket it is: ${named.join(" ")}`);
    assert.match(written("check.xml"), /<testcase classname="dev" name="s3-public-access-block"><failure /);
    const { stacks } = JSON.parse(written("check.json")) as { stacks: { violations: unknown[] }[] };
    assert.ok(stacks.every(({ violations }) => violations.length > 0));
  });

  it("fails for a stack file with a mistake, and shows its line", () => {
    edit(folder, "Pulumi.dev.yaml", /costCenter: CC-1001/, "costCentre: CC-1001");
    commit(folder);
    const { code } = run(folder, command());
    assert.equal(code, 2);
    const comment = written("check.md");
    assert.match(comment, /## ✖ Policies: the configuration of dev is not valid/);
    assert.match(comment, /`mlplatform:teams\.fraud\.costCentre` \(Pulumi\.dev\.yaml:\d+\)/);
  });

  it("leaves no comment of an earlier run behind when it comes to no judgement", () => {
    edit(folder, "components/secure/bucket/base.ts", /^/, 'throw new Error("a fault of this change");\n');
    commit(folder);
    const { code, output } = run(folder, command());
    assert.equal(code, 2, output);
    assert.match(written("check.md"), /## ✖ Policies: the check came to no judgement/);
  });
});
