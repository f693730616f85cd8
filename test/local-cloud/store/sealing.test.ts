import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { open, seal, SealingError } from "../../../local-cloud/store/sealing";
import { temporaryCloud } from "../provider/plugin";

const NAMES = [
  "MLPLATFORM_LOCAL_CLOUD",
  "PULUMI_CONFIG_PASSPHRASE",
  "PULUMI_CONFIG_PASSPHRASE_FILE",
] as const;

describe("sealing", () => {
  const cloud = temporaryCloud();
  const saved = NAMES.map((name) => process.env[name]);

  beforeEach(() => {
    process.env.MLPLATFORM_LOCAL_CLOUD = cloud.folder;
    process.env.PULUMI_CONFIG_PASSPHRASE = "words";
    delete process.env.PULUMI_CONFIG_PASSPHRASE_FILE;
  });

  after(() => {
    NAMES.forEach((name, index) => {
      const value = saved[index];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    });
    cloud.remove();
  });

  it("gives back what was sealed, and never seals twice alike", () => {
    const [one, two] = [seal("a secret – ß"), seal("a secret – ß")];
    assert.notEqual(one, two);
    assert.deepEqual([open(one), open(two)], ["a secret – ß", "a secret – ß"]);
    assert.equal(Buffer.from(one, "base64").includes("secret"), false);
  });

  it("takes the passphrase from a file as well", () => {
    const sealed = seal("x");
    writeFileSync(join(cloud.folder, "passphrase"), "words\n");
    delete process.env.PULUMI_CONFIG_PASSPHRASE;
    process.env.PULUMI_CONFIG_PASSPHRASE_FILE = join(cloud.folder, "passphrase");
    assert.equal(open(sealed), "x");
  });

  it("opens nothing that was changed, or sealed with other words, and says when there are none", () => {
    const sealed = seal("x");
    const changed = Buffer.from(sealed, "base64");
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    assert.throws(() => open(changed.toString("base64")), SealingError);
    process.env.PULUMI_CONFIG_PASSPHRASE = "other words";
    assert.throws(() => open(sealed), SealingError);
    delete process.env.PULUMI_CONFIG_PASSPHRASE;
    assert.throws(() => seal("x"), {
      message: "The local cloud keeps secrets sealed, and PULUMI_CONFIG_PASSPHRASE is not set.",
    });
  });
});
