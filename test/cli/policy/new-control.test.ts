import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
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
  this.timeout(180_000);
  let root: string;

  before(() => {
    root = mkdtempSync(path.join(os.tmpdir(), "mlplatform-new-control-"));
    for (const part of [
      "policy-pack",
      "test/policy-pack/support",
      "test/policy-pack/catalogue",
      "test/support",
    ])
      cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true });
    for (const file of ["tsconfig.json", "tsconfig.typecheck.json", ".mocharc.cjs", "package.json"])
      cpSync(path.join(ROOT, file), path.join(root, file));
    symlinkSync(path.join(ROOT, "node_modules"), path.join(root, "node_modules"));
    // The comparison with the platform's posture has no part in this.
    rmSync(path.join(root, "test/policy-pack/catalogue/posture.test.ts"));
  });
  after(() => rmSync(root, { recursive: true }));

  const text = (file: string) => readFileSync(path.join(root, file), "utf8");
  const added = [
    {
      action: "new",
      name: "queue-private",
      area: "messaging",
      kind: "resource",
      type: "aws:sqs/queue:Queue",
    },
    { action: "new", name: "topic-private", area: "messaging", kind: "graph", type: "aws:sns/topic:Topic" },
  ] as const;

  it("writes the control and its test, and lists both where they belong", () => {
    for (const options of added) {
      assert.match(
        newControl(root, options),
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

  it("writes what compiles", () => {
    const compiler = run(root, "typescript7/bin/tsc", "--noEmit", "-p", "tsconfig.typecheck.json");
    const own = compiler.output
      .split("\n")
      .filter((line) => /queue-private|topic-private|controls\/index/.test(line));
    assert.deepEqual(own, []);
  });

  it("adds it to the pack, with a test that fails until the control is filled in", () => {
    for (const { name } of added) {
      const { status, output } = run(
        root,
        "mocha/bin/mocha.js",
        `test/policy-pack/messaging/${name}.test.ts`,
      );
      assert.notEqual(status, 0, output);
      assert.match(output, /2 passing/);
      assert.match(output, /2 failing/);
    }
    const { CONTROLS } = require(path.join(root, "policy-pack/controls")) as { CONTROLS: readonly Control[] };
    const names = CONTROLS.map(({ name }) => name);
    assert.deepEqual(
      added.filter(({ name }) => !names.includes(name)),
      [],
      "the pack has them",
    );
  });

  it("refuses a name that is taken, and writes nothing", () => {
    const before = text("policy-pack/controls/index.ts");
    assert.throws(
      () => newControl(root, { ...added[0], area: "storage" }),
      /There is a control queue-private already/,
    );
    assert.equal(text("policy-pack/controls/index.ts"), before);
  });
});
