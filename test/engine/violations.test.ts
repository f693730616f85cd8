import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { localStack, openLocalCloud, type LocalCloud } from "../../cli/local/local-cloud";
import type { EngineEvent, PolicyEvent } from "../../cli/local/operation/engine-event";
import { OperationLog } from "../../cli/local/operation/operation-log";
import { EXAMPLES, type Example } from "../../examples/violations";
import { EngineError } from "../../cli/local/engine-command";
import { engineOrSkip } from "./support/engine";
import { PROJECT_ROOT } from "./support/local";
import { inTurns } from "./support/in-turns";

/** How many previews run at a time: as many as a small machine has cores. */
const AT_A_TIME = 2;

describe("the example violations, on the real engine", () => {
  let root: string;
  let previews: ReadonlyMap<string, Promise<OperationLog>>;

  before(async function () {
    const engine = await engineOrSkip(this);
    root = fs.mkdtempSync(path.join(os.tmpdir(), "mlplatform-violations-"));
    fs.writeFileSync(path.join(root, "Pulumi.yaml"), "name: mlplatform\nruntime: nodejs\n");
    for (const tier of ["dev", "staging", "prod"]) {
      fs.writeFileSync(path.join(root, `Pulumi.${tier}.yaml`), "config: {}\n");
    }
    const cloud = await openLocalCloud({ root, engine });
    const runs = EXAMPLES.flatMap((example) => [true, false].map((mended) => ({ example, mended })));
    previews = inTurns(AT_A_TIME, runs, ({ example, mended }) => ({
      key: keyOf(example, mended),
      work: () => preview(cloud, example, mended),
    }));
  });
  after(async () => {
    if (previews !== undefined) await Promise.allSettled(previews.values());
    if (root !== undefined) fs.rmSync(root, { recursive: true, force: true });
  });

  const previewOf = (example: Example, mended: boolean) => {
    const log = previews.get(keyOf(example, mended));
    assert.ok(log);
    return log;
  };

  for (const example of EXAMPLES) {
    const { name, control, tier, others } = example;
    it(`${name} is blocked in ${tier}, by its control and those that it lists`, async () => {
      const log = await previewOf(example, false);
      assert.deepEqual(
        log.errors.filter(({ message }) => message !== "preview failed"),
        [],
      );
      assert.deepEqual(firing(log), [control, ...others.map((other) => other.control)].sort());
      assert.equal(
        log.violations.some(({ policyName }) => policyName === control),
        true,
      );
      for (const violation of [...log.violations, ...log.advice]) assertExplained(violation);
    });

    it(`${name} passes once it is mended`, async () => {
      const log = await previewOf(example, true);
      assert.deepEqual(log.errors, []);
      assert.deepEqual(firing(log), []);
      assert.equal(log.changes.size > 1, true, "nothing was registered");
      assert.equal(log.policies.has(control), true, `${control} did not judge`);
    });
  }
});

const keyOf = ({ name }: Example, mended: boolean): string =>
  `${name}, ${mended ? "mended" : "with the mistake"}`;

const firing = ({ violations, advice }: OperationLog): readonly string[] =>
  [...new Set([...violations, ...advice].map(({ policyName }) => policyName))].sort();

/** Previews an example with the pack. Each has a local cloud's folders of its own, so that several can run at once. */
async function preview(cloud: LocalCloud, example: Example, mended: boolean): Promise<OperationLog> {
  const log = new OperationLog();
  const program = () => Promise.resolve(example.program(mended));
  const stack = await localStack(
    apart(cloud, keyOf(example, mended)),
    example.tier,
    program as () => Promise<void>,
  );
  try {
    await stack.preview({
      policyPacks: [path.join(PROJECT_ROOT, "policy-pack")],
      onEvent: (event) => log.add(event as EngineEvent),
    });
  } catch (error) {
    if (!(error instanceof EngineError) || log.policies.size === 0) throw error;
  }
  return log;
}

function apart(cloud: LocalCloud, name: string): LocalCloud {
  const folder = path.join(cloud.folders.root, name.replace(/\W+/g, "-"));
  const state = path.join(folder, "state");
  fs.mkdirSync(state, { recursive: true });
  return {
    ...cloud,
    folders: {
      ...cloud.folders,
      state,
      work: path.join(folder, "work"),
      engineProcess: path.join(folder, "engine.json"),
    },
    environment: { ...cloud.environment, PULUMI_BACKEND_URL: `file://${state}` },
  };
}

/** The words that whoever made the mistake needs. */
function assertExplained({ policyName, message, resourceUrn }: PolicyEvent): void {
  assert.ok(resourceUrn, policyName);
  for (const part of [/found: +\S/, /required: +\S/, /why: +\S/, /fix: +\S/]) {
    assert.match(message, part, policyName);
  }
  // The first line names the resource and the property.
  assert.match(message.trim().split("\n")[0] ?? "", /^\S+ \(\S+\): \S+/, policyName);
}
