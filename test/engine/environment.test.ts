import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { Inspector } from "../../cli/check/inspect";
import { judgedStack } from "../../cli/check/judged-stack";
import { foldersIn } from "../../cli/local/folders";
import { openLocalCloud } from "../../cli/local/local-cloud";
import { readState } from "../../cli/local/state";
import { inventory } from "../../cli/local/summary/inventory";
import { reportWithComponents } from "../../cli/reports/judged-stack";
import { loadAndValidate } from "../../config";
import { cloudFolder, tamper } from "../../local-cloud";
import { record } from "../../local-cloud/recording";
import { program } from "../../stacks/program";
import { jsonReport } from "../../policy-pack/reports/json";
import { engineOrSkip } from "./support/engine";
import { local, PROJECT_ROOT } from "./support/local";
import { filesWith, plainSecrets } from "./support/plain-secrets";
import { processesWith } from "./support/processes";

/** One environment from nothing to nothing: each step stands on the one before. */
describe("dev in the local cloud, on the real engine", () => {
  let folder: string;
  let firstUp: { code: number; text: string };
  let files: Readonly<Record<string, string>>;

  before(async function () {
    await engineOrSkip(this);
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "mlplatform-dev-"));
    files = projectFiles();
    const preview = await local(folder, `preview dev --json ${path.join(folder, "preview.json")}`);
    assert.equal(preview.code, 0, preview.text);
    assert.match(preview.text, /org is not up: what it would share is taken from an offline run of it\./);
    assert.match(preview.text, /Nothing was changed\./);
    assert.deepEqual(readState(foldersIn(folder), "dev").resources, []);
    firstUp = await local(folder, "up dev");
    assert.equal(firstUp.code, 0, firstUp.text);
  });
  after(() => {
    if (folder !== undefined) fs.rmSync(folder, { recursive: true, force: true });
  });

  const resources = (stack: string) => readState(foldersIn(folder), stack).resources;

  it("brings org up first, then well over a hundred resources in several accounts", () => {
    assert.match(firstUp.text, /org comes up first\.[^]*✓ org {2}up[^]*✓ dev {2}up/);
    const rows = ["org", "dev"].flatMap((stack) => inventory(readState(foldersIn(folder), stack)));
    const total = rows.reduce((sum, row) => sum + row.resources, 0);
    const accounts = new Set(rows.map(({ account }) => account));
    assert.equal(total > 150, true, `${total} resources`);
    assert.equal(accounts.size >= 4, true, [...accounts].join(", "));
  });

  it("has the policy pack judge everything", () => {
    const checked = Number(/✓ dev {2}up .*, (\d+) policies checked/.exec(firstUp.text)?.[1]);
    assert.equal(checked >= 20, true, firstUp.text);
    assert.doesNotMatch(firstUp.text, /blocked by/);
  });

  it("reports of its preview what the offline check reports", async () => {
    const inspection = await new Inspector(PROJECT_ROOT).inspect("dev");
    const offline = JSON.stringify(jsonReport([reportWithComponents(judgedStack(inspection))]));
    const engine = fs.readFileSync(path.join(folder, "preview.json"), "utf8");
    assert.deepEqual(JSON.parse(engine), JSON.parse(offline));
  });

  it("says that nothing left the machine, and where to look next", () => {
    assert.match(firstUp.text, /Nothing left this machine/);
    assert.match(firstUp.text, /npm run local -- outputs dev/);
  });

  it("has the URNs of the offline recording, stack by stack", async () => {
    for (const stack of ["org", "dev"]) {
      const loaded = loadAndValidate(PROJECT_ROOT, stack);
      assert.equal(loaded.ok, true);
      if (!loaded.ok) return;
      const stackReferences = { "organization/mlplatform/org": await organizationOutputs() };
      const recording = await record(() => program(loaded.settings), { stack, stackReferences });
      // The stack itself, and the provider of its reference to another, are the engine's own.
      const own = ["pulumi:pulumi:Stack", "pulumi:providers:pulumi"];
      const engine = resources(stack).filter(({ type }) => !own.includes(type));
      assert.deepEqual(recording.resources.map(({ urn }) => urn).sort(), engine.map(({ urn }) => urn).sort());
    }
  });

  it("keeps every secret out of state, cloud, settings and output", async function () {
    const cloud = await openLocalCloud({ root: PROJECT_ROOT, engine: await engineOrSkip(this), folder });
    const secrets = (await plainSecrets(cloud, "dev")).filter((text) => text.length >= 8);
    assert.equal(secrets.length > 0, true, "no secret was found, so that nothing was tested");
    for (const secret of secrets) {
      assert.deepEqual(filesWith(folder, secret), []);
      assert.equal(firstUp.text.includes(secret), false);
    }
  });

  it("changes nothing the second time", async () => {
    const second = await local(folder, "up dev");
    assert.equal(second.code, 0, second.text);
    assert.match(second.text, /✓ dev {2}preview +no changes/);
    assert.match(second.text, /✓ dev {2}up +no changes/);
  });

  it("finds drift by a refresh, and puts it right", async () => {
    const [bucket] = resources("dev").filter(
      ({ type }) => type === "aws:s3/bucketVersioning:BucketVersioning",
    );
    assert.ok(bucket);
    process.env["MLPLATFORM_LOCAL_CLOUD"] = foldersIn(folder).cloud;
    assert.equal(cloudFolder(), foldersIn(folder).cloud);
    tamper(bucket.urn, "versioningConfiguration.status", "Suspended");
    const refreshed = await local(folder, "refresh dev");
    assert.match(
      refreshed.text,
      /Drifted:\n {2}s3\/BucketVersioning \S+ {2}changed: versioningConfiguration/,
    );
    const mended = await local(folder, "up dev");
    assert.match(mended.text, /✓ dev {2}up +1 updated/);
  });

  it("takes org down only after dev, and protected data only when told to", async () => {
    const early = await local(folder, "destroy org");
    assert.deepEqual([early.code, /dev still read/.test(early.text)], [1, true], early.text);
    assert.equal((await local(folder, "destroy dev")).code, 0);
    assert.deepEqual(resources("dev"), []);

    const kept = resources("org");
    const stopped = await local(folder, "destroy org");
    assert.equal(stopped.code, 1);
    assert.match(stopped.text, /org holds \d+ protected resources; nothing was deleted:\n {2}s3\/Bucket /);
    assert.deepEqual(resources("org"), kept);

    const told = await local(folder, "destroy org --unprotect");
    assert.equal(told.code, 0, told.text);
    assert.deepEqual(resources("org"), []);
    assert.deepEqual(standing(), []);
  });

  it("leaves the project's own files as they were, and no process behind", () => {
    assert.deepEqual(projectFiles(), files);
    assert.deepEqual(processesWith(folder), []);
  });

  /** What org shares, as it was made. */
  async function organizationOutputs(): Promise<Record<string, unknown>> {
    const { text } = await local(folder, "outputs org --json");
    return JSON.parse(text) as Record<string, unknown>;
  }

  /** What is left in the stand-ins' cloud. */
  function standing(): readonly string[] {
    const cloud = foldersIn(folder).cloud;
    return fs
      .readdirSync(cloud, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".json"));
  }
});

function projectFiles(): Readonly<Record<string, string>> {
  const names = fs.readdirSync(PROJECT_ROOT).filter((name) => /^Pulumi(\..+)?\.yaml$/.test(name));
  const digest = (name: string) =>
    createHash("sha256")
      .update(fs.readFileSync(path.join(PROJECT_ROOT, name)))
      .digest("hex");
  return Object.fromEntries(names.sort().map((name) => [name, digest(name)]));
}
