import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { parsePackConfiguration, readPackConfiguration } from "../../../cli/pack-configuration";
import { CONTROLS } from "../../../policy-pack/controls";

const ROOT = path.resolve(__dirname, "../../..");

/** The levels of a control under a configuration. */
function levels(configuration: object, control = "kms-key-rotation"): unknown {
  const read = parsePackConfiguration(JSON.stringify(configuration), "pack.json");
  assert.ok(read.ok, JSON.stringify(read));
  return read.configuration.controls.find(({ name }) => name === control)?.levels;
}

/** The problems of a text, as `line path: found | expected | fix`. */
function problems(text: string): readonly string[] {
  const read = parsePackConfiguration(text, "pack.json");
  assert.ok(!read.ok, text);
  return read.problems.map(
    ({ file, line, path: at, found, expected, fix }) =>
      `${file}:${line} ${at}: ${found} | ${expected} | ${fix}`,
  );
}

describe("the pack's configuration in the offline check", () => {
  const OWN = { dev: "advisory", staging: "mandatory", prod: "mandatory" };

  it("leaves every control as it is when it says nothing", () => {
    const read = parsePackConfiguration("{}", "pack.json");
    assert.ok(read.ok);
    assert.deepEqual(
      read.configuration.controls.map(({ name, levels: own }) => [name, own]),
      CONTROLS.map(({ name, levels: own }) => [name, own]),
    );
    assert.deepEqual(read.configuration.remediations, []);
  });

  it("says which levels count for nothing in prod, and nothing where all count", () => {
    const ignored = (configuration: object) => {
      const read = parsePackConfiguration(JSON.stringify(configuration), "pack.json");
      assert.ok(read.ok);
      return read.configuration.ignored;
    };
    const words = (names: string) =>
      `policies: in prod a level can only be made stricter, so that what the configuration asks counts for nothing there: ${names}.`;
    assert.equal(ignored({}), undefined);
    assert.equal(
      ignored({ "kms-key-rotation": { levels: { dev: "disabled", prod: "mandatory" } } }),
      undefined,
    );
    assert.equal(
      ignored({ "kms-key-rotation": { levels: { prod: "advisory" } } }),
      words("kms-key-rotation"),
    );
    assert.equal(ignored({ "kms-key-rotation": "disabled" }), words("kms-key-rotation"));
    assert.equal(
      ignored({ "kms-key-rotation": { enforcementLevel: "disabled", levels: { prod: "mandatory" } } }),
      undefined,
    );
    assert.equal(ignored({ "exceptions-valid": "advisory" }), words("exceptions-valid (in no tier)"));
    const [first, second, third, fourth, fifth] = CONTROLS.filter(
      ({ levels: { prod } }) => prod !== "disabled",
    );
    const others = CONTROLS.length + 1 - 5;
    assert.equal(
      ignored({ all: "disabled" }),
      words(`${[first, second, third, fourth, fifth].map((one) => one?.name).join(", ")} and ${others} more`),
    );
  });

  it("takes levels by tier, for the whole run, and for all, the nearer word first", () => {
    const cases: readonly (readonly [object, object])[] = [
      [{ "kms-key-rotation": { levels: { dev: "mandatory" } } }, { ...OWN, dev: "mandatory" }],
      [{ "kms-key-rotation": "disabled" }, { ...OWN, dev: "disabled", staging: "disabled" }],
      [{ all: "advisory" }, { ...OWN, staging: "advisory" }],
      [
        { all: { enforcementLevel: "disabled" }, "kms-key-rotation": "advisory" },
        { ...OWN, staging: "advisory" },
      ],
      [{ all: "disabled", "kms-key-rotation": "mandatory" }, OWN],
      [
        { "kms-key-rotation": { enforcementLevel: "disabled", levels: { staging: "advisory" } } },
        { dev: "disabled", staging: "advisory", prod: "mandatory" },
      ],
    ];
    for (const [configuration, expected] of cases)
      assert.deepEqual(levels(configuration), expected, JSON.stringify(configuration));
  });

  it("can only make prod stricter", () => {
    assert.deepEqual(levels({ "kms-key-rotation": { levels: { prod: "disabled" } } }), OWN);
    assert.deepEqual(levels({ all: "disabled" }, "s3-public-access-block"), {
      dev: "disabled",
      staging: "disabled",
      prod: "mandatory",
    });
    const weaker = CONTROLS.find((control) => control.levels.prod === "advisory");
    if (weaker === undefined) return;
    const { prod } = levels({ [weaker.name]: { levels: { prod: "mandatory" } } }, weaker.name) as typeof OWN;
    assert.equal(prod, "mandatory");
  });

  it("asks for remediations, with the values of tags", () => {
    const asked = (configuration: object) => {
      const read = parsePackConfiguration(JSON.stringify(configuration), "pack.json");
      assert.ok(read.ok);
      return read.configuration.remediations.map(({ remediation, tags }) => [remediation.name, tags]);
    };
    const tags = { CostCenter: "CC-1234" };
    assert.deepEqual(asked({ "remediate-required-tags": { enforcementLevel: "remediate", tags } }), [
      ["remediate-required-tags", tags],
    ]);
    assert.deepEqual(asked({ "remediate-key-rotation": "remediate" }), [["remediate-key-rotation", {}]]);
    assert.deepEqual(asked({ "remediate-key-rotation": "mandatory" }), []);
    assert.ok(asked({ all: "remediate" }).length > 5);
  });

  it("says what is wrong, all at once, with its line", () => {
    const text = `{
\t"kms-key-rotaton": "advisory",
\t"s3-bucket-versioned": { "level": { "dev": "mandatory" } },
\t"s3-public-access-block": { "levels": { "dev": "never" } },
\t"required-tags": "sometimes",
\t"region-allowed": 5,
\t"remediate-key-rotation": { "tags": {} }
}`;
    assert.deepEqual(problems(text), [
      'pack.json:2 kms-key-rotaton: the unknown key "kms-key-rotaton" | a policy of the pack, or all | Rename it to "kms-key-rotation".',
      'pack.json:3 s3-bucket-versioned.level: the unknown key "level" | one of the keys enforcementLevel or levels | Rename it to "levels".',
      'pack.json:4 s3-public-access-block.levels.dev: "never" | disabled, advisory or mandatory | Change it to disabled, advisory or mandatory.',
      'pack.json:5 required-tags: "sometimes" | disabled, advisory, mandatory or remediate | Change it to disabled, advisory, mandatory or remediate.',
      "pack.json:6 region-allowed: the number 5 | a mapping | Change it to a mapping, in quotes where it looks like a number.",
      'pack.json:7 remediate-key-rotation.tags: the unknown key "tags" | one of the keys enforcementLevel | Remove it.',
    ]);
    assert.deepEqual(problems("{"), [
      "pack.json:undefined the file: text that is no JSON | a JSON object | Mend the syntax.",
    ]);
    assert.deepEqual(problems("[1]"), [
      'pack.json:1 the file: a list of 1 entry | a mapping of policies | Write {"NAME": "LEVEL"}.',
    ]);
  });

  it("never throws, whatever the JSON is", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const read = parsePackConfiguration(text, "pack.json");
        assert.ok(
          read.ok ? read.configuration.controls.length === CONTROLS.length : read.problems.length > 0,
        );
      }),
    );
    assert.equal(parsePackConfiguration('{"__proto__": "disabled"}', "pack.json").ok, false);
    assert.equal(readPackConfiguration("/no/such/file.json").ok, false);
  });

  it("is read by the check, which ends with 2 for a bad file and without a stack trace", function () {
    this.timeout(180_000);
    const folder = mkdtempSync(path.join(os.tmpdir(), "mlplatform-pack-configuration-"));
    const file = path.join(folder, "pack.json");
    const check = (text: string) => {
      writeFileSync(file, text);
      const args = [path.join(ROOT, "cli/run.js"), "check", "dev", "--policy-pack-config", file];
      return spawnSync(process.execPath, args, { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
    };
    try {
      const bad = check('{ "kms-key-rotation": "no" }');
      assert.equal(bad.status, 2);
      assert.match(bad.stderr, /✗ kms-key-rotation {2}\S+pack\.json:1\n {4}found {5}"no"/);
      assert.doesNotMatch(bad.stderr, /\n\s+at /);
      const off = check('{ "all": "disabled" }');
      assert.equal(off.status, 0, off.stdout);
      assert.match(off.stdout, / 0 controls judged /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
