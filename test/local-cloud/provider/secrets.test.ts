import { strict as assert } from "node:assert";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isSecret, plain, secret } from "../../../local-cloud/provider/values";
import { Plugin, temporaryCloud } from "./plugin";

const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const PASSWORD = "random:index/randomPassword:RandomPassword";
const MARKER = "marker-of-a-secret";
const ACCOUNT = "111111111111";

/** Everything that lies in a folder, as one text. */
function everything(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  return files.map((file) => (statSync(file).isFile() ? readFileSync(file, "utf8") : "")).join("\n");
}

describe("secrets in the stand-ins", () => {
  const cloud = temporaryCloud();
  const plugins: Plugin[] = [];
  const started = async (plugin: Promise<Plugin>): Promise<Plugin> => {
    plugins.push(await plugin);
    return plugin;
  };

  after(async () => {
    await Promise.all(plugins.map((plugin) => plugin.stop()));
    cloud.remove();
  });

  it("are sealed where they are kept, and come back as secrets", async () => {
    const plugin = await started(Plugin.inAccount(ACCOUNT, cloud.folder));
    const inputs = {
      secretId: "arn:s",
      secretString: secret(MARKER),
      nested: { list: [secret({ key: MARKER })] },
    };
    const created = await plugin.create(VERSION, "v", inputs);
    assert.deepEqual(created.outputs.secretString, secret(MARKER));

    const stored = everything(cloud.folder);
    assert.equal(stored.includes(MARKER), false);
    assert.equal(stored.includes('"mlplatform:sealed"'), true);

    const again = await started(Plugin.inAccount(ACCOUNT, cloud.folder));
    assert.deepEqual(await again.read(VERSION, "v", created.id), {
      id: created.id,
      inputs,
      outputs: created.outputs,
    });
  });

  it("stay sealed under another passphrase, and a missing one is named", async () => {
    const { id } = await (
      await started(Plugin.inAccount(ACCOUNT, cloud.folder))
    ).create(VERSION, "w", { secretId: "w", secretString: secret(MARKER) });
    const stranger = await started(
      Plugin.inAccount(ACCOUNT, cloud.folder, { PULUMI_CONFIG_PASSPHRASE: "another" }),
    );
    await assert.rejects(
      stranger.read(VERSION, "w", id),
      /PULUMI_CONFIG_PASSPHRASE is not the one it was sealed with/,
    );
  });

  it("mark what AWS would make of them, and what the SDK says is always secret", async () => {
    const plugin = await started(Plugin.inAccount(ACCOUNT, cloud.folder));
    const group = await plugin.create("aws:cloudwatch/logGroup:LogGroup", "g", {
      name: secret(`/logs/${MARKER}`),
    });
    assert.equal(isSecret(group.outputs.arn), true);
    assert.equal(isSecret(group.outputs.region), false);
    const parameter = await plugin.create("aws:ssm/parameter:Parameter", "p", {
      name: "p",
      type: "SecureString",
      value: MARKER,
    });
    assert.deepEqual(parameter.outputs.value, secret(MARKER));
    assert.equal(everything(cloud.folder).includes(`"value": "${MARKER}"`), false);
  });

  it("of the random provider differ each time, keep to their rules, and are written nowhere", async () => {
    const plugin = await started(Plugin.start("random", cloud.folder));
    const inputs = { length: 40, special: false };
    const [one, two] = await Promise.all([
      plugin.create(PASSWORD, "a", inputs),
      plugin.create(PASSWORD, "b", inputs),
    ]);
    assert.equal(isSecret(one?.outputs.result) && isSecret(one.outputs.bcryptHash), true);
    const [first, second] = [plain<string>(one?.outputs.result), plain<string>(two?.outputs.result)];
    assert.match(first, /^[A-Za-z0-9]{40}$/);
    assert.notEqual(first, second);
    assert.equal(everything(cloud.folder).includes(first), false);
    const known = { inputs, outputs: one?.outputs ?? {} };
    assert.deepEqual(await plugin.read(PASSWORD, "a", "none", known.inputs, known.outputs), {
      id: "none",
      ...known,
    });
    assert.deepEqual((await plugin.diff(PASSWORD, "a", inputs, { ...inputs, length: 41 })).replaces, [
      "length",
    ]);
    assert.deepEqual((await plugin.diff(PASSWORD, "a", inputs, inputs)).replaces, []);
  });
});
