import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { localStack, openLocalCloud, type LocalCloud } from "../../cli/local/local-cloud";
import type { EngineEvent, PolicyEvent } from "../../cli/local/operation/engine-event";
import { OperationLog } from "../../cli/local/operation/operation-log";
import { backendUrl } from "../../cli/local/state";
import { EXAMPLES, type Example } from "../../examples/violations";
import { EngineError } from "../../cli/local/engine-command";
import { engineOrSkip } from "./support/engine";
import { PROJECT_ROOT } from "./support/local";

describe("the example violations, on the real engine", () => {
  let root: string;
  let cloud: LocalCloud;

  before(async function () {
    const engine = await engineOrSkip(this);
    root = fs.mkdtempSync(path.join(os.tmpdir(), "mlplatform-violations-"));
    fs.writeFileSync(path.join(root, "Pulumi.yaml"), "name: mlplatform\nruntime: nodejs\n");
    for (const tier of ["dev", "staging", "prod"]) {
      fs.writeFileSync(path.join(root, `Pulumi.${tier}.yaml`), "config: {}\n");
    }
    cloud = await openLocalCloud({ root, engine });
  });
  after(() => {
    if (root !== undefined) fs.rmSync(root, { recursive: true, force: true });
  });

  for (const example of EXAMPLES) {
    const { control, tier, others } = example;
    describe(example.name, () => {
      let mistake: OperationLog;
      let mended: OperationLog;
      // Both at once: a small machine has two cores.
      before(async () => {
        [mistake, mended] = await Promise.all([
          preview(cloud, example, false),
          preview(cloud, example, true),
        ]);
      });

      it(`is blocked in ${tier}, by its control and those that it lists`, () => {
        assert.deepEqual(
          mistake.errors.filter(({ message }) => message !== "preview failed"),
          [],
        );
        assert.deepEqual(firing(mistake), [control, ...others.map((other) => other.control)].sort());
        assert.equal(
          mistake.violations.some(({ policyName }) => policyName === control),
          true,
        );
        for (const violation of [...mistake.violations, ...mistake.advice]) assertExplained(violation);
      });

      it("passes once it is mended", () => {
        assert.deepEqual(mended.errors, []);
        assert.deepEqual(firing(mended), []);
        assert.equal(mended.changes.size > 1, true, "nothing was registered");
        assert.equal(mended.policies.has(control), true, `${control} did not judge`);
      });
    });
  }
});

const firing = ({ violations, advice }: OperationLog): readonly string[] =>
  [...new Set([...violations, ...advice].map(({ policyName }) => policyName))].sort();

/** Previews an example with the pack. Each has a local cloud's folders of its own, so that several can run at once. */
async function preview(cloud: LocalCloud, example: Example, mended: boolean): Promise<OperationLog> {
  const log = new OperationLog();
  const program = () => Promise.resolve(example.program(mended));
  const name = `${example.name}${mended ? "-mended" : ""}`;
  const stack = await localStack(apart(cloud, name), example.tier, program as () => Promise<void>);
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
  const folder = path.join(cloud.folders.root, name);
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
    environment: { ...cloud.environment, PULUMI_BACKEND_URL: backendUrl(state) },
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
