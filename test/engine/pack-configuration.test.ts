import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { inspectRecording } from "../../cli/check/inspect";
import { judgedStack } from "../../cli/check/judged-stack";
import { localStack, openLocalCloud, type LocalCloud } from "../../cli/local/local-cloud";
import { EngineError } from "../../cli/local/engine-command";
import { parsePackConfiguration } from "../../cli/pack-configuration";
import { account } from "../../examples/violations/support/account";
import { customerKey } from "../../examples/violations/support/key";
import { record } from "../../local-cloud/recording";
import { CONTROLS } from "../../policy-pack/controls";
import { type EngineEvent, reportFromEngine } from "../../policy-pack/reports/from-engine";
import { COMPANY } from "../../policy-pack/settings/company";
import type { StackReport } from "../../policy-pack/reports/stack-report";
import { markdownReport } from "../../policy-pack/reports/markdown";
import { engineOrSkip } from "./support/engine";
import { PROJECT_ROOT } from "./support/local";

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the engine says of a remediation; the Automation API's type does not have it. */
interface Remediated extends EngineEvent {
  readonly policyRemediationEvent?: {
    readonly policyName: string;
    readonly before: Readonly<Record<string, unknown>>;
    readonly after: Readonly<Record<string, unknown>>;
  };
}

describe("the pack's configuration, on the real engine", function () {
  this.timeout(180_000);
  let root: string;
  let cloud: LocalCloud;

  before(async function () {
    const engine = await engineOrSkip(this);
    root = fs.mkdtempSync(path.join(os.tmpdir(), "mlplatform-configuration-"));
    fs.writeFileSync(path.join(root, "Pulumi.yaml"), "name: mlplatform\nruntime: nodejs\n");
    for (const tier of ["staging", "prod"])
      fs.writeFileSync(path.join(root, `Pulumi.${tier}.yaml`), "config: {}\n");
    cloud = await openLocalCloud({ root, engine });
  });
  after(() => {
    if (root !== undefined) fs.rmSync(root, { recursive: true, force: true });
  });

  /** A key without rotation, said or left out. */
  const program = (rotation: object): Promise<void> => {
    customerKey("data", "staging", rotation, account("staging"));
    return Promise.resolve();
  };

  /** Previews a key without rotation, said or left out, with a configuration of the pack. */
  async function preview(
    config: object,
    rotation: object = { enableKeyRotation: false },
  ): Promise<readonly Remediated[]> {
    const file = path.join(root, "pack-config.json");
    fs.writeFileSync(file, JSON.stringify(config));
    const stack = await localStack(cloud, "staging", () => program(rotation));
    const events: Remediated[] = [];
    try {
      await stack.preview({
        policyPacks: [path.join(PROJECT_ROOT, "policy-pack")],
        policyPackConfigs: [file],
        onEvent: (event) => events.push(event as Remediated),
      });
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
    }
    assert.ok(
      events.some((event) => event.policyAnalyzeSummaryEvent !== undefined),
      "the pack judged",
    );
    return events;
  }

  const reportOf = (events: readonly EngineEvent[]) =>
    reportFromEngine(events, { stack: "staging", controls: CONTROLS, settings: COMPANY });
  const told = (events: readonly EngineEvent[]) =>
    reportOf(events).violations.map(({ control, level, property }) => `${control} ${property} ${level}`);

  it("leaves the levels to the controls when it says nothing, and the report reads the events back", async () => {
    const events = await preview({});
    assert.deepEqual(told(events), ["kms-key-rotation enableKeyRotation mandatory"]);
    const [violation] = reportOf(events).violations;
    assert.equal(violation?.found, "false");
    assert.equal(violation?.required, "true");
    assert.match(markdownReport([reportOf(events)]), /### ✖ kms-key-rotation \(medium\)/);
  });

  it("takes levels by tier", async () => {
    assert.deepEqual(told(await preview({ "kms-key-rotation": { levels: { staging: "advisory" } } })), [
      "kms-key-rotation enableKeyRotation advisory",
    ]);
    assert.deepEqual(told(await preview({ "kms-key-rotation": "disabled" })), []);
  });

  it("says which levels count for nothing in prod", async () => {
    const said = (await preview({ "kms-key-rotation": { levels: { prod: "advisory" } } }))
      .map((event) => (event as { diagnosticEvent?: { message: string } }).diagnosticEvent?.message ?? "")
      .filter((message) => message.includes("policies:"));
    assert.equal(said.length, 1, said.join("\n"));
    assert.match(said[0] ?? "", /counts for nothing there: kms-key-rotation\./);
  });

  const configurations: readonly (readonly [object, object])[] = [
    [{}, { enableKeyRotation: false }],
    [
      { "kms-key-rotation": { levels: { staging: "advisory", prod: "disabled" } } },
      { enableKeyRotation: false },
    ],
    [
      { all: "advisory", "kms-key-rotation": { levels: { staging: "mandatory" } } },
      { enableKeyRotation: false },
    ],
    [{ all: "disabled", "kms-key-rotation": "mandatory" }, { enableKeyRotation: false }],
    [{ "kms-key-rotation": "disabled" }, { enableKeyRotation: false }],
    [
      { "exceptions-valid": "disabled", all: { enforcementLevel: "advisory" } },
      { enableKeyRotation: undefined },
    ],
    [{ "remediate-key-rotation": "remediate" }, { enableKeyRotation: undefined }],
    [{ all: "remediate" }, { enableKeyRotation: undefined }],
  ];
  for (const [config, rotation] of configurations) {
    it(`is heard by the offline check as by the engine: ${JSON.stringify(config)}`, async () => {
      const read = parsePackConfiguration(JSON.stringify(config), "pack-config.json");
      assert.ok(read.ok, JSON.stringify(read));
      const recording = await record(() => program(rotation), { stack: "staging" });
      const { violations } = inspectRecording(recording, read.configuration);
      const offline = violations.map(({ control, level, property }) => `${control} ${property} ${level}`);
      const events = await preview(config, rotation);
      const report = reportFromEngine(events, {
        stack: "staging",
        controls: read.configuration.controls,
        settings: COMPANY,
      });
      assert.deepEqual(told(events), offline);
      const mended = (all: StackReport["remediated"] = []) =>
        all.map(({ remediation, changes }) => [
          remediation,
          changes.map(({ property, after }) => [property, after]),
        ]);
      assert.deepEqual(
        mended(report.remediated),
        mended(inspectRecording(recording, read.configuration).remediated),
      );
      assert.deepEqual(
        report.controls,
        judgedStack(inspectRecording(recording, read.configuration)).report.controls,
      );
    });
  }

  it("mends what was left out when it asks for it, and shows the difference", async () => {
    const events = await preview({ "remediate-key-rotation": "remediate" }, { enableKeyRotation: undefined });
    assert.deepEqual(told(events), []);
    const [mended, ...more] = events.flatMap(({ policyRemediationEvent }) => policyRemediationEvent ?? []);
    assert.deepEqual(more, []);
    assert.equal(mended?.policyName, "remediate-key-rotation");
    const changed = Object.keys(mended.after).filter(
      (name) => !same(mended.before[name], mended.after[name]),
    );
    assert.deepEqual(
      changed.filter((name) => name !== "__defaults"),
      ["enableKeyRotation"],
    );
    assert.equal(mended.after["enableKeyRotation"], true);
    assert.notEqual(mended.before["enableKeyRotation"], true);
  });
});
