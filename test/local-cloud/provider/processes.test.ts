import { strict as assert } from "node:assert";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PROVIDERS_FOLDER, STAND_IN_LINE } from "../../../local-cloud";
import { Plugin, temporaryCloud } from "./plugin";

const BUCKET = "aws:s3/bucket:Bucket";
const ACCOUNT = "111111111111";
const versionOf = (sdk: string): string =>
  (createRequire(__filename)(`${sdk}/package.json`) as { version: string }).version;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits for a condition; the test's own time limit ends what never comes. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20);
}

describe("the stand-ins' processes", () => {
  const cloud = temporaryCloud();
  after(() => cloud.remove());

  for (const name of ["aws", "random"]) {
    it(`say that they are stand-ins, and for which version (${name})`, () => {
      const said = execFileSync(join(PROVIDERS_FOLDER, `pulumi-resource-${name}`), ["--stand-in"], {
        encoding: "utf8",
      }).trim();
      const [, provider, version] = STAND_IN_LINE.exec(said) ?? [];
      assert.deepEqual([provider, version], [name, versionOf(`@pulumi/${name}`)]);
    });
  }

  it("refuse to serve an engine that was not started for the local cloud", () => {
    const { MLPLATFORM_LOCAL: _, ...environment } = process.env;
    const refused = spawnSync(join(PROVIDERS_FOLDER, "pulumi-resource-aws"), ["127.0.0.1:1"], {
      env: environment,
      encoding: "utf8",
    });
    assert.equal(refused.status, 1);
    assert.equal(refused.stdout, "");
    assert.equal(
      refused.stderr,
      "This is the stand-in for the aws provider. It starts only for the local cloud (MLPLATFORM_LOCAL=1).\n",
    );
  });

  it("end when their engine was killed", async () => {
    const script = `exec 3>&1; "${join(PROVIDERS_FOLDER, "pulumi-resource-aws")}" 127.0.0.1:1 >&3 & echo "pid $!"; wait`;
    const engine = spawn("sh", ["-c", script], {
      env: { ...process.env, MLPLATFORM_LOCAL: "1", MLPLATFORM_LOCAL_CLOUD: cloud.folder },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    engine.stdout.on("data", (text: Buffer) => (printed += String(text)));
    await until(() => /pid \d+\n/.test(printed) && /^\d+\n/m.test(printed));
    const pid = Number(/pid (\d+)/.exec(printed)?.[1]);
    assert.equal(isAlive(pid), true);
    engine.kill("SIGKILL");
    await until(() => !isAlive(pid));
  });

  it("share one cloud: of two that create the same thing, exactly one succeeds", async () => {
    const plugins = await Promise.all(
      [ACCOUNT, "222222222222"].map((account) => Plugin.inAccount(account, cloud.folder)),
    );
    const names = Array.from({ length: 25 }, (_, index) => `contested-${index}`);
    const outcomes = await Promise.all(
      names.map((bucket) =>
        Promise.allSettled(plugins.map((plugin) => plugin.create(BUCKET, bucket, { bucket }))),
      ),
    );
    await Promise.all(plugins.map((plugin) => plugin.stop()));
    assert.deepEqual(
      outcomes.map((both) => both.filter(({ status }) => status === "fulfilled").length),
      names.map(() => 1),
    );
  });

  it("lose nothing that they answered, and keep nothing by halves, when killed while writing", async () => {
    const answered: string[] = [];
    for (let round = 0; round < 5; round++) {
      const plugin = await Plugin.inAccount(ACCOUNT, cloud.folder);
      const creating = Array.from({ length: 200 }, (_, index) => {
        const bucket = `killed-${round}-${index}`;
        return plugin.create(BUCKET, bucket, { bucket }).then(() => answered.push(bucket));
      });
      const all = Promise.allSettled(creating);
      await until(() => answered.length > 20 * round + round * 5 + 3);
      plugin.process.kill("SIGKILL");
      await once(plugin.process, "exit");
      await all;
      await plugin.stop();
    }
    const reader = await Plugin.inAccount(ACCOUNT, cloud.folder);
    const found = await Promise.all(answered.map((bucket) => reader.read(BUCKET, bucket, bucket)));
    // A rerun creates what is missing and finds what is there: nothing blocks, nothing is half there.
    const retried = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        reader.create(BUCKET, `killed-0-${index}`, { bucket: `killed-0-${index}` }),
      ),
    );
    await reader.stop();
    assert.deepEqual(
      found.map(({ id }) => id),
      answered,
    );
    const reasons = retried.flatMap((result) =>
      result.status === "rejected" ? [String(result.reason)] : [],
    );
    assert.deepEqual(
      reasons.filter((reason) => !reason.startsWith("Error: AlreadyExists: ")),
      [],
    );
  });
});
