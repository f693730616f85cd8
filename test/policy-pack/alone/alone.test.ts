import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ServedPack } from "./served-pack";

const ROOT = path.resolve(__dirname, "../../..");
const STATE = path.join(__dirname, "state.json");

/** Copies the pack out of the repository, without the company's facts, and links its own dependencies only. */
function copyOut(folder: string): void {
  const without = ["company.json", "exceptions.yaml"];
  cpSync(path.join(ROOT, "policy-pack"), folder, {
    recursive: true,
    filter: (file) => !without.includes(path.basename(file)),
  });
  const { dependencies } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) {
    const link = path.join(folder, "node_modules", name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(ROOT, "node_modules", name), link);
  }
}

describe("the policy pack by itself, copied out of this repository", function () {
  this.timeout(120_000);
  let folder: string;
  let pack: ServedPack;

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "mlplatform-pack-"));
    copyOut(folder);
    pack = await ServedPack.start(folder);
  });
  after(() => {
    pack.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => pack.configure({}));

  const OWN = ["s3-public-access-block", "kms-key-rotation"];
  const judged = async (stack?: string) =>
    (await pack.judge(STATE, stack)).filter((line) => OWN.some((name) => line.startsWith(name)));

  it("judges a plain program, each stack that it knows nothing of as prod", async () => {
    assert.deepEqual(await judged(), [
      "kms-key-rotation: orders (mandatory)",
      "s3-public-access-block: uploads (mandatory)",
    ]);
  });

  it("cannot be switched off, or made to tell only, where it judges as prod", async () => {
    await pack.configure({
      "s3-public-access-block": { level: "DISABLED" },
      "kms-key-rotation": { level: "ADVISORY", properties: { levels: { prod: "disabled" } } },
    });
    assert.deepEqual(await judged(), [
      "kms-key-rotation: orders (mandatory)",
      "s3-public-access-block: uploads (mandatory)",
    ]);
  });

  it("takes a company's facts from a file beside it, and levels by tier from the configuration", async () => {
    writeFileSync(path.join(folder, "company.json"), JSON.stringify({ stackTiers: { try: "dev" } }));
    const other = await ServedPack.start(folder);
    const inDev = async () =>
      (await other.judge(STATE, "try")).filter((line) => OWN.some((name) => line.startsWith(name)));
    try {
      assert.deepEqual(await inDev(), [
        "kms-key-rotation: orders (advisory)",
        "s3-public-access-block: uploads (mandatory)",
      ]);
      await other.configure({
        "kms-key-rotation": { properties: { levels: { dev: "mandatory" } } },
        "s3-public-access-block": { properties: { levels: { dev: "advisory" } } },
      });
      assert.deepEqual(await inDev(), [
        "kms-key-rotation: orders (mandatory)",
        "s3-public-access-block: uploads (advisory)",
      ]);
      await other.configure({ "kms-key-rotation": { level: "DISABLED" } });
      assert.deepEqual(await inDev(), ["s3-public-access-block: uploads (mandatory)"]);
    } finally {
      other.stop();
      rmSync(path.join(folder, "company.json"));
    }
  });
});
