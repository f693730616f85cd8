import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { foldersIn } from "../../cli/local/folders";
import { readState } from "../../cli/local/state";
import { HALTED_FILE } from "../../local-cloud";
import { engineOrSkip } from "./support/engine";
import { filesWith } from "./support/plain-secrets";
import { processesWith } from "./support/processes";
import { startScript, until } from "./support/run-script";
import { makeSmallProject, readJson } from "./support/small-project";

describe("faults on the way, on the real engine", () => {
  let root: string;
  before(async function () {
    await engineOrSkip(this);
    root = makeSmallProject();
  });
  after(() => {
    if (root !== undefined) fs.rmSync(root, { recursive: true, force: true });
  });

  it("tells which resource the cloud refused, and goes on from there", async () => {
    const folder = path.join(root, "refused");
    const first = await startScript("small-run.ts", [root, folder], { MLPLATFORM_FAIL_CREATE: "3" }).ended;
    assert.equal(first.code, 1);
    assert.match(first.text, /✗ dev {2}up +failed: \d+ created/);
    assert.match(first.text, /✗ error (s3|iam|kms)\/\w+ \w+\n[^]*Create number 3 fails/);
    const second = await startScript("small-run.ts", [root, folder]).ended;
    assert.equal(second.code, 0, second.text);
  });

  it("stops at Ctrl-C with a state that the same command goes on from", async () => {
    const folder = path.join(root, "stopped");
    const { cloud } = foldersIn(folder);
    const first = startScript("small-run.ts", [root, folder], {
      MLPLATFORM_HALT_AT: "4",
      MLPLATFORM_HALT_WHEN: "after",
    });
    await until("the halted call", () => readJson(path.join(cloud, HALTED_FILE)));
    first.child.kill("SIGINT");
    const { code, text } = await first.ended;
    assert.equal(code, 1, text);
    assert.match(text, /Stopping: the engine ends what is under way\./);
    await until(
      "the end of every process",
      () => (processesWith(folder).length === 0 ? true : undefined),
      10,
    );

    const second = await startScript("small-run.ts", [root, folder]).ended;
    assert.equal(second.code, 0, second.text);
    assert.deepEqual(readState(foldersIn(folder), "dev").pending, []);
  });

  it("writes a secret nowhere in plain text, in a run that fails and in one that does not", async () => {
    const folder = path.join(root, "secrets");
    const marker = "marker-of-a-planted-secret";
    const environment = { TEST_SECRET_MARKER: marker };
    // The last create is one of those that hold the marker.
    const failing = await startScript("small-run.ts", [root, folder], {
      ...environment,
      MLPLATFORM_FAIL_CREATE: "13",
    }).ended;
    assert.equal(failing.code, 1, failing.text);
    const good = await startScript("small-run.ts", [root, folder], environment).ended;
    assert.equal(good.code, 0, good.text);
    const version = readState(foldersIn(folder), "dev").resources.find(({ type }) =>
      /SecretVersion/.test(type),
    );
    assert.ok(version?.inputs?.["secretString"], "the marker was never in the program");
    assert.deepEqual(filesWith(folder, marker), []);
    assert.equal(`${failing.text}${good.text}`.includes(marker), false);
  });
});
