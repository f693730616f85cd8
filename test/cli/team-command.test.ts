import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { teamCommand } from "../../cli/team";
import { plan, type Planner } from "../../cli/team/plan";
import { removeTeam } from "../../cli/team/remove-team";
import { settingsOf } from "../../cli/team/stack-settings";
import { loadAndValidate } from "../../config";
import { PROJECT, replaced, STACK, makeProject } from "../config/support/project";

const ROOT = path.join(__dirname, "../..");

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly text: string;
}

/** Says what it was asked for: the plan itself is tried once, below. */
const planner: Planner = (_root, before, after) =>
  Promise.resolve({
    created: [["s3 Bucket", Object.keys(after.teams).length - Object.keys(before.teams).length]],
    changed: [],
  });

/** Runs commands one after the other on the fixture. */
async function run(stack: string, ...commands: readonly string[]): Promise<Run[]> {
  const { root, remove } = makeProject({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": stack });
  const runs: Run[] = [];
  try {
    for (const command of commands) {
      const { code, out, err } = await captured(() => teamCommand(command.split(" "), root, planner));
      const text = readFileSync(path.join(root, "Pulumi.dev.yaml"), "utf8");
      assert.deepEqual(
        readdirSync(root).sort(),
        ["Pulumi.dev.yaml", "Pulumi.yaml"],
        "nothing is left beside the files",
      );
      runs.push({ code, out, err, text });
    }
    return runs;
  } finally {
    remove();
  }
}

async function captured(command: () => Promise<number>): Promise<Omit<Run, "text">> {
  const { log, error } = console;
  const [out, err]: [string[], string[]] = [[], []];
  console.log = (line: string) => void out.push(line);
  console.error = (line: string) => void err.push(line);
  try {
    return { code: await command(), out: plain(out), err: plain(err) };
  } finally {
    Object.assign(console, { log, error });
  }
}

const plain = (lines: readonly string[]) => lines.join("\n").replace(/\u001b\[\d+m/g, "");

const ADD =
  "add imaging --env dev --cost-center CC-1005 --owner a@example.com --data-classification public --budget 2000";

describe("npm run team", () => {
  it("adds a team in the next free slot of its account, and shows what will be created", async () => {
    const [added, elsewhere] = await run(
      STACK,
      `${ADD} --training ml.m5.xlarge,ml.g5.xlarge`,
      ADD.replace("imaging", "audio") + " --account dev-credit",
    );
    assert.equal(added?.code, 0);
    assert.equal(
      added.text,
      `${STACK}
    imaging:
      costCenter: CC-1005
      owners: [a@example.com]
      dataClassification: public
      networkSlot: 2
      monthlyBudgetUsd: 2000
      training:
        instanceTypes: [ml.m5.xlarge, ml.g5.xlarge]
`,
    );
    assert.match(added.out, /^Pulumi\.dev\.yaml has these new lines:\n\+ {5}imaging:\n/);
    assert.match(
      added.out,
      /creates 1 resources in the account dev \(555555555555\), network slot 2:\n {4}1 {2}s3 Bucket\n\nNothing that is there changes\.\n/,
    );
    assert.equal(elsewhere?.code, 0);
    assert.match(elsewhere.text, /audio:\n.*\n.*\n.*\n {6}networkSlot: 0\n {6}account: dev-credit\n/);
  });

  it("fills the gap that a team left", async () => {
    const [added] = await run(replaced(STACK, "networkSlot: 1", "networkSlot: 3"), ADD);
    assert.match(added?.text ?? "", /imaging:\n.*\n.*\n.*\n {6}networkSlot: 1\n/);
  });

  it("writes nothing on a dry run", async () => {
    const [dry] = await run(STACK, `${ADD} --dry-run`);
    assert.deepEqual([dry?.code, dry?.text], [0, STACK]);
    assert.match(dry?.out ?? "", /would get these lines:[^]*Nothing was written\./);
  });

  it("tells every problem by its option, and writes nothing", async () => {
    const [bad] = await run(
      STACK,
      "add fraud-x --env dev --owner x --data-classification publik --budget abc",
    );
    assert.deepEqual([bad?.code, bad?.text], [2, STACK]);
    const told = [...(bad?.err ?? "").matchAll(/✗ (\S+)\n {4}found {5}(.*)\n/g)].map(
      ([, path, found]) => `${path ?? ""} ${found ?? ""}`,
    );
    assert.deepEqual(told, [
      "--cost-center nothing",
      'fraud-x the name "fraud-x", which begins with "fraud-"',
      '--owner "x"',
      '--data-classification "publik"',
      '--budget "abc"',
    ]);
  });

  it("refuses data that the tier does not allow, unknown accounts and teams that are there", async () => {
    const [secret, nowhere, again] = await run(
      STACK,
      ADD.replace("public", "restricted"),
      `${ADD} --account prod`,
      ADD.replace("imaging", "fraud"),
    );
    assert.match(
      secret?.err ?? "",
      /✗ --data-classification\n {4}found {5}"restricted"\n {4}expected {2}synthetic or public in dev\n/,
    );
    assert.match(nowhere?.err ?? "", /✗ --account\n {4}found {5}"prod", an account of prod\n/);
    assert.match(again?.err ?? "", /✗ mlplatform:teams\.fraud\n {4}found {5}a team that dev has already\n/);
    assert.deepEqual(
      [secret, nowhere, again].map((each) => [each?.code, each?.text]),
      Array(3).fill([2, STACK]),
    );
  });

  it("touches no file that is not valid to begin with", async () => {
    const broken = replaced(STACK, "tier: dev", "tier: prod");
    const [bad] = await run(broken, ADD);
    assert.deepEqual([bad?.code, bad?.text], [2, broken]);
    assert.match(bad?.err ?? "", /✗ mlplatform:environment\.tier {2}Pulumi\.dev\.yaml:3\n/);
  });

  it("removes a team in two steps, and not while another needs it", async () => {
    const alone = replaced(STACK, "          callers: [checkout]\n", "");
    const [first, second] = await run(alone, "remove checkout --env dev", "remove checkout --env dev");
    assert.deepEqual([first?.code, second?.code], [0, 0]);
    assert.equal(
      first?.text,
      replaced(alone, "    checkout:\n", "    checkout:\n      state: offboarding\n"),
    );
    assert.equal(second?.text, alone.slice(0, alone.indexOf("    checkout:")));

    const [marked, needed] = await run(STACK, "remove checkout --env dev", "remove checkout --env dev");
    assert.deepEqual([marked?.code, needed?.code], [0, 2]);
    assert.equal(needed?.text, marked?.text);
    assert.match(needed?.err ?? "", /✗ mlplatform:teams\.fraud\.models\.scoring\.callers\[0\]/);
    const [unknown] = await run(STACK, "remove nobody --env dev");
    assert.match(unknown?.err ?? "", /found {5}nobody\n {4}expected {2}one of the teams checkout, fraud\n/);
  });

  it("says which of a removed team's resources stay: in prod, its stores", () => {
    const files = Object.fromEntries(
      ["Pulumi.yaml", "Pulumi.prod.yaml", "Pulumi.dev.yaml"].map((file) => [
        file,
        readFileSync(path.join(ROOT, file), "utf8"),
      ]),
    );
    const { root, remove } = makeProject(files);
    try {
      const said = (env: string) => {
        removeTeam(root, "fraud", { env, dryRun: false });
        return removeTeam(root, "fraud", { env, dryRun: false });
      };
      assert.match(said("prod"), /its buckets, log groups and secrets stay in AWS/);
      assert.match(said("dev"), /deletes everything that it has there/);
    } finally {
      remove();
    }
  });

  it("lists the teams", async () => {
    const [listed] = await run(STACK, "list --env dev");
    assert.equal(listed?.code, 0);
    assert.match(
      listed?.out ?? "",
      /fraud +│ dev +│ +0 │ synthetic │ +\$4,000 │ training, 1 model, 1 notebook, 1 feature group, 1 secret/,
    );
  });

  it("explains itself, and refuses what it does not know", async () => {
    const runs = await run(
      STACK,
      "--help",
      "add --env dev",
      "list",
      "rename fraud --env dev",
      "list --env dev --budget 3",
      `${ADD} --size 3`,
      "list --env org",
    );
    assert.deepEqual(
      runs.map(({ code }) => code),
      [0, 2, 2, 2, 2, 2, 2],
    );
    const said = runs.map(({ out, err }) => (out + err).split("\n")[0]);
    assert.deepEqual(said.slice(0, 5), [
      "Adds, lists and removes the teams of an environment, by editing its stack file.",
      "Name the team: add NAME.",
      "Say which environment: --env dev, --env staging or --env prod.",
      'There is no action "rename": add, list or remove.',
      '"list" takes no --budget.',
    ]);
    assert.match(said[5] ?? "", /^Unknown option '--size'/);
  });

  it("keeps the file's permissions", async () => {
    const { root, remove } = makeProject({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": STACK });
    try {
      const file = path.join(root, "Pulumi.dev.yaml");
      chmodSync(file, 0o640);
      assert.equal((await captured(() => teamCommand(ADD.split(" "), root, planner))).code, 0);
      assert.equal(statSync(file).mode & 0o777, 0o640);
      assert.equal(loadAndValidate(root, "dev").ok, true);
    } finally {
      remove();
    }
  });

  it("works out what is created by running the program, and that nothing else changes", async () => {
    const before = settingsOf(ROOT, "dev");
    const { vision } = before.teams;
    assert.ok(vision);
    const teams = { ...before.teams, imaging: { ...vision, networkSlot: 4 } };
    const { created, changed } = await plan(ROOT, before, { ...before, teams });
    assert.deepEqual(changed, []);
    const counts = Object.fromEntries(created);
    assert.deepEqual(
      [counts["s3 Bucket"], counts["kms Key"], counts["iam Role"], counts["ec2 Subnet"]],
      [3, 2, 2, 2],
    );

    const gone = await plan(ROOT, { ...before, teams }, before);
    assert.deepEqual(gone.created, []);
    assert.equal(gone.changed.length > 0 && gone.changed.every((urn) => urn.includes("imaging")), true);
  }).timeout(120_000);
});
