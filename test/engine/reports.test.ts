import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { Volume } from "@pulumi/aws/ebs/volume";
import { Topic } from "@pulumi/aws/sns/topic";
import { type CustomResourceOptions, interpolate } from "@pulumi/pulumi";
import { inspectRecording } from "../../cli/check/inspect";
import { judgedStack } from "../../cli/check/judged-stack";
import { JudgedStacks } from "../../cli/local/judged-stacks";
import { inSession, openStack, operate } from "../../cli/local/session";
import { reportWithComponents, type JudgedStack } from "../../cli/reports/judged-stack";
import { account, roleArn } from "../../examples/violations/support/account";
import { bucketWithout, demandTls } from "../../examples/violations/support/bucket";
import { customerKey } from "../../examples/violations/support/key";
import type { Engine } from "../../local-cloud/engine";
import { record } from "../../local-cloud/recording";
import { outcomeOf, type StackReport } from "../../policy-pack/reports/stack-report";
import { engineOrSkip } from "./support/engine";
import { PROJECT_ROOT } from "./support/local";

/** Mistakes that dev only hears of, and a policy that cannot be judged until AWS has decided on an ARN. */
function careless(options: CustomResourceOptions): void {
  customerKey("slow", "dev", { enableKeyRotation: false }, options);
  const bucket = bucketWithout("tlsOnly", "data", "dev", options);
  demandTls("data", bucket, options, {
    Sid: "AllowReading",
    Effect: "Allow",
    Principal: { AWS: roleArn("dev", "training") },
    Action: "s3:GetObject",
    Resource: interpolate`${bucket.arn}/*`,
  });
  new Topic("alarms", {}, options);
}

/** And one that blocks. */
function blocked(options: CustomResourceOptions): void {
  careless(options);
  new Volume("scratch", { availabilityZone: "eu-central-1a", size: 8, encrypted: false }, options);
}

describe("the reports of the engine and of the offline check", function () {
  this.timeout(180_000);
  let engine: Engine;
  let root: string;

  before(async function () {
    engine = await engineOrSkip(this);
    root = fs.mkdtempSync(path.join(os.tmpdir(), "mlplatform-reports-"));
    fs.writeFileSync(path.join(root, "Pulumi.yaml"), "name: mlplatform\nruntime: nodejs\n");
    fs.writeFileSync(path.join(root, "Pulumi.dev.yaml"), "config: {}\n");
  });
  after(() => {
    if (root !== undefined) fs.rmSync(root, { recursive: true, force: true });
  });

  const programOf = (declare: typeof careless) => () => Promise.resolve(declare(account("dev")));

  async function byEngine(
    declare: typeof careless,
    kinds: readonly ("preview" | "up")[],
  ): Promise<StackReport> {
    const judged = new JudgedStacks();
    const folder = path.join(root, declare.name);
    const output = { isTTY: false, columns: 80, write: () => undefined };
    const policyPacks = [path.join(PROJECT_ROOT, "policy-pack")];
    await inSession({ root, folder, engine, output, policyPacks, judged }, async (session) => {
      const stack = await openStack(session, "dev", programOf(declare));
      for (const kind of kinds) await operate(session, stack, kind);
    });
    return plain(judged.stacks[0]);
  }

  async function offline(declare: typeof careless): Promise<StackReport> {
    const recording = await record(programOf(declare), { stack: "dev" });
    return plain(judgedStack(inspectRecording(recording, {})));
  }

  it("are equal for a preview that blocks", async () => {
    const expected = await offline(blocked);
    assert.equal(outcomeOf([expected]), "blocked");
    assert.ok(expected.violations.some(({ level }) => level === "advisory"));
    assert.ok(expected.deferred.length > 0, "nothing waits, so that nothing was compared");
    assert.deepEqual(await byEngine(blocked, ["preview"]), expected);
  });

  it("are equal after an update, but for what waited, which has been judged", async () => {
    const expected = await offline(careless);
    assert.equal(outcomeOf([expected]), "clean");
    assert.ok(expected.violations.length > 0);
    assert.deepEqual(await byEngine(careless, ["preview", "up"]), { ...expected, deferred: [] });
  });
});

/** As it is written to a file: without what is undefined. */
function plain(judged: JudgedStack | undefined): StackReport {
  assert.ok(judged);
  return JSON.parse(JSON.stringify(reportWithComponents(judged))) as StackReport;
}
