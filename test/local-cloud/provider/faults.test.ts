import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { HALTED_FILE, NothingToTamperError, pendingCreates, tamper, vanish } from "../../../local-cloud";
import { Plugin, temporaryCloud, urn } from "./plugin";

const KEY = "aws:kms/key:Key";
const ACCOUNT = "111111111111";

describe("faults that a test can ask for", () => {
  let cloud: ReturnType<typeof temporaryCloud>;
  const plugins: Plugin[] = [];

  async function start(environment: Record<string, string> = {}): Promise<Plugin> {
    const plugin = await Plugin.inAccount(ACCOUNT, cloud.folder, environment);
    plugins.push(plugin);
    return plugin;
  }

  async function halted(): Promise<unknown> {
    const file = join(cloud.folder, HALTED_FILE);
    while (!existsSync(file)) await sleep(20);
    return JSON.parse(readFileSync(file, "utf8"));
  }

  beforeEach(() => {
    cloud = temporaryCloud();
    process.env.MLPLATFORM_LOCAL_CLOUD = cloud.folder;
  });

  afterEach(async () => {
    delete process.env.MLPLATFORM_LOCAL_CLOUD;
    await Promise.all(plugins.splice(0).map((plugin) => plugin.stop()));
    cloud.remove();
  });

  it("fail the n-th creation, counted over all processes, and only that", async () => {
    const both = [await start({ MLPLATFORM_FAIL_CREATE: "3" }), await start({ MLPLATFORM_FAIL_CREATE: "3" })];
    await both[0]?.create(KEY, "previewed", {}, true);
    const outcomes: string[] = [];
    for (let index = 0; index < 5; index++) {
      const created = both[index % 2]?.create(KEY, `k${index}`, {});
      outcomes.push(
        await (created ?? Promise.reject(new Error("no process"))).then(
          () => "created",
          (error: Error) => error.message,
        ),
      );
    }
    assert.deepEqual(outcomes, [
      "created",
      "created",
      "Create number 3 fails, as MLPLATFORM_FAIL_CREATE asked.",
      "created",
      "created",
    ]);
    assert.deepEqual(pendingCreates(KEY, urn(KEY, "k2")), []);
  });

  it("stop before a creation has happened: nothing exists", async () => {
    const plugin = await start({ MLPLATFORM_HALT_AT: "2", MLPLATFORM_HALT_WHEN: "before" });
    await plugin.create(KEY, "first", {});
    const second = plugin.create(KEY, "second", {}).catch((error: Error) => error.message);
    assert.deepEqual(await halted(), {
      pid: plugin.process.pid,
      action: "create",
      urn: urn(KEY, "second"),
      when: "before",
    });
    assert.deepEqual(pendingCreates(KEY, urn(KEY, "second")), []);
    await plugin.stop();
    assert.match(await (second as Promise<string>), /Connection dropped|UNAVAILABLE|ECONNRESET/i);
  });

  it("stop after a creation has happened: it can be found by its URN and imported", async () => {
    const plugin = await start({ MLPLATFORM_HALT_AT: "1", MLPLATFORM_HALT_WHEN: "after" });
    void plugin.create(KEY, "only", { description: "kept" }).catch(() => undefined);
    await halted();
    const [id = "none", ...others] = pendingCreates(KEY, urn(KEY, "only"));
    assert.deepEqual(others, []);
    assert.deepEqual(pendingCreates(KEY, urn(KEY, "only"), [id]), []);
    const rerun = await start();
    assert.equal((await rerun.read(KEY, "only", id)).outputs.description, "kept");
  });

  it("change and remove things behind Pulumi's back", async () => {
    const plugin = await start();
    const { id, outputs } = await plugin.create(KEY, "key", {
      enableKeyRotation: true,
      tags: { Owner: "core" },
    });
    tamper(urn(KEY, "key"), "enableKeyRotation", false);
    tamper(urn(KEY, "key"), "tags.Owner", undefined);
    assert.deepEqual(await plugin.read(KEY, "key", id), {
      id,
      inputs: { enableKeyRotation: false, tags: {} },
      outputs: { ...outputs, enableKeyRotation: false, tags: {} },
    });
    vanish(urn(KEY, "key"));
    assert.equal((await plugin.read(KEY, "key", id)).id, "");
    assert.throws(() => vanish(urn(KEY, "key")), NothingToTamperError);
  });
});
