import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Control } from "../../../policy-pack/contract/control";
import { newControl } from "../../../cli/policy/new/new-control";

const ROOT = path.resolve(__dirname, "../../..");

/** Runs a tool in the copy, as a person who adds a control would. */
function run(root: string, file: string, ...args: string[]): { status: number | null; output: string } {
  const tool = path.join(ROOT, "node_modules", file);
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, output: stdout + stderr };
}

describe("npm run policy -- new", function () {
  this.timeout(300_000);
  let root: string;

  before(() => {
    root = mkdtempSync(path.join(os.tmpdir(), "mlplatform-new-control-"));
    for (const part of [
      ...["policy-pack", "test/policy-pack/support", "test/policy-pack/catalogue", "test/support"],
      // What a control catches alone is shown on a stack of the platform.
      ...["test/policy-pack/mutation", "test/stacks/support", "cli/check/pack-input.ts"],
      ...["config", "components", "stacks", "local-cloud"],
    ])
      cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true });
    const settings = [
      "tsconfig.json",
      "tsconfig.typecheck.json",
      ".mocharc.cjs",
      "package.json",
      ".prettierrc.json",
    ];
    const stacks = ["Pulumi.yaml", "Pulumi.org.yaml", "Pulumi.prod.yaml"];
    for (const file of [...settings, ...stacks]) cpSync(path.join(ROOT, file), path.join(root, file));
    symlinkSync(path.join(ROOT, "node_modules"), path.join(root, "node_modules"));
    // The comparison with the platform's posture has no part in this.
    rmSync(path.join(root, "test/policy-pack/catalogue/posture.test.ts"));
  });
  after(() => rmSync(root, { recursive: true }));

  const text = (file: string) => readFileSync(path.join(root, file), "utf8");
  /** Replaces parts of a file, each of which must be there. */
  const fillIn = (file: string, parts: readonly (readonly [RegExp, string])[]) => {
    const filled = parts.reduce((before, [part, by]) => {
      assert.match(before, part);
      return before.replace(part, by);
    }, text(file));
    writeFileSync(path.join(root, file), filled);
  };
  const added = [
    {
      action: "new",
      name: "queue-private",
      area: "messaging",
      kind: "resource",
      type: "aws:sqs/queue:Queue",
    },
    {
      action: "new",
      name: "queue-of-a-team-that-shares-it-with-another-team-is-named-by-both",
      area: "messaging",
      kind: "resource",
      type: "aws:sqs/queue:Queue",
    },
    { action: "new", name: "topic-private", area: "messaging", kind: "graph", type: "aws:sns/topic:Topic" },
  ] as const;

  it("writes the control and its test, and lists both where they belong", async () => {
    for (const options of added) {
      assert.match(
        await newControl(root, options),
        new RegExp(`Wrote policy-pack/controls/messaging/${options.name}\\.ts`),
      );
      assert.ok(existsSync(path.join(root, `test/policy-pack/messaging/${options.name}.test.ts`)));
    }
    assert.match(
      text("policy-pack/controls/index.ts"),
      /import \{ queuePrivate \} from "\.\/messaging\/queue-private";/,
    );
    assert.match(text("policy-pack/controls/index.ts"), /^ {2}queuePrivate,$/m);
    const pinned = [...text("test/policy-pack/catalogue/levels.ts").matchAll(/^ {2}"(\S+) /gm)].map(
      ([, name]) => name,
    );
    assert.deepEqual(pinned, [...pinned].sort());
    assert.ok(pinned.includes("queue-private") && pinned.includes("topic-private"));
  });

  it("writes what needs no formatting, however long the name is", () => {
    const files = added.flatMap(({ name }) => [
      `policy-pack/controls/messaging/${name}.ts`,
      `test/policy-pack/messaging/${name}.test.ts`,
    ]);
    const lists = ["policy-pack/controls/index.ts", "test/policy-pack/catalogue/levels.ts"];
    const { status, output } = run(root, "prettier/bin/prettier.cjs", "--check", ...files, ...lists);
    assert.equal(status, 0, output);
  });

  it("writes what compiles", () => {
    const compiler = run(root, "typescript7/bin/tsc", "--noEmit", "-p", "tsconfig.typecheck.json");
    const own = compiler.output
      .split("\n")
      .filter((line) => added.some(({ name }) => line.includes(name)) || line.includes("controls/index"));
    assert.deepEqual(own, []);
  });

  it("adds it to the pack, with a test that fails until the control is filled in", () => {
    const tests = [added[0], added[2]].map(({ name }) => `test/policy-pack/messaging/${name}.test.ts`);
    const { status, output } = run(root, "mocha/bin/mocha.js", ...tests);
    assert.notEqual(status, 0, output);
    assert.match(output, /4 passing/);
    assert.match(output, /6 failing/);
    assert.equal(output.match(/prod has no name-of-a-resource-in-prod/g)?.length, 2, output);
    const { CONTROLS } = require(path.join(root, "policy-pack/controls")) as { CONTROLS: readonly Control[] };
    const names = CONTROLS.map(({ name }) => name);
    assert.deepEqual(
      added.filter(({ name }) => !names.includes(name)),
      [],
      "the pack has them",
    );
  });

  it("needs nothing else than the two files filled in", async () => {
    const control = "policy-pack/controls/kms/key-described.ts";
    const test = "test/policy-pack/kms/key-described.test.ts";
    await newControl(root, {
      ...{ action: "new", name: "key-described", area: "kms", kind: "resource", type: "aws:kms/key:Key" },
    });
    fillIn(control, [
      [/import .*;\n/, 'import { isText, type ResourceControl, mustBe } from "../../core";\n'],
      [
        / {2}check: [^]*/,
        '  check: (subject) => mustBe(subject, "description", isText, "what it is for"),\n};\n',
      ],
      [/description: ".*"/, 'description: "Every key says what it is for."'],
    ]);
    fillIn(test, [
      [/"as it should be"/, '"the models"'],
      [/"as people write it"/, '" "'],
      [/"name-of-a-resource-in-prod"/, '"prod-logs-key"'],
      [/"as people write it"/, '""'],
      [/"property"/, '"description"'],
      [/\bproperty\b/g, "description"],
    ]);
    const own = run(root, "mocha/bin/mocha.js", test);
    assert.match(own.output, /5 passing/);
    assert.equal(own.status, 0, own.output);
    const catalogue = run(root, "mocha/bin/mocha.js", "test/policy-pack/catalogue/catalogue.test.ts");
    assert.equal(catalogue.status, 0, catalogue.output);
  });

  it("is asked for what it alone catches, where its test does not say", () => {
    const test = "test/policy-pack/kms/key-described.test.ts";
    const whole = text(test);
    const listed = () => run(root, "mocha/bin/mocha.js", "test/policy-pack/catalogue/alone-for-each.test.ts");
    assert.equal(listed().status, 0);
    writeFileSync(path.join(root, test), whole.replace("catchesAlone(", "nothing("));
    const { status, output } = listed();
    writeFileSync(path.join(root, test), whole);
    assert.notEqual(status, 0);
    assert.match(output, /no mutation is written down of key-described: write catchesAlone/);
  });

  it("refuses a name that is taken, and writes nothing", async () => {
    const before = text("policy-pack/controls/index.ts");
    await assert.rejects(
      () => newControl(root, { ...added[0], area: "storage" }),
      /There is a control queue-private already/,
    );
    assert.equal(text("policy-pack/controls/index.ts"), before);
  });
});
