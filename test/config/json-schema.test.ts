import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { generatedFiles } from "../../config/generated-files";
import { projectFileSchema, stackFileSchema } from "../../config/json-schema";

const ROOT = path.join(__dirname, "../..");
const text = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const STACK_FILES = ["Pulumi.org.yaml", "Pulumi.dev.yaml", "Pulumi.staging.yaml", "Pulumi.prod.yaml"];

/** What an editor would underline. Formats are left to the patterns beside them. */
function faults(schema: object, value: unknown): string[] {
  const ajv = new Ajv({ allErrors: true, validateFormats: false, allowUnionTypes: true });
  const accepts = ajv.compile(schema);
  return accepts(value)
    ? []
    : (accepts.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ""}`);
}

describe("the JSON Schemas for editors", () => {
  for (const { path: file, text: expected } of generatedFiles()) {
    it(`${file} is what the configuration generates (npm run docs writes it)`, () => {
      assert.equal(text(file), expected);
    });
  }

  it("are named in the first line of every file that they describe", () => {
    for (const file of STACK_FILES)
      assert.match(text(file), /^# yaml-language-server: \$schema=config\/schema\.json\n/);
    assert.match(text("Pulumi.yaml"), /^# yaml-language-server: \$schema=config\/project-schema\.json\n/);
  });

  it("accept the example files", () => {
    for (const file of STACK_FILES) assert.deepEqual(faults(stackFileSchema(), parse(text(file))), [], file);
    assert.deepEqual(faults(projectFileSchema(), parse(text("Pulumi.yaml"))), []);
  });

  it("refuse what an editor can see", () => {
    const dev = parse(text("Pulumi.dev.yaml")) as {
      config: Record<string, Record<string, Record<string, unknown>>>;
    };
    const changed = (key: string, value: unknown) => {
      const copy = structuredClone(dev);
      (copy.config["mlplatform:teams"]?.["vision"] ?? {})[key] = value;
      return faults(stackFileSchema(), copy);
    };
    const at = "/config/mlplatform:teams/vision";
    assert.deepEqual(changed("costcenter", "CC-1002"), [`${at} must NOT have additional properties`]);
    assert.deepEqual(changed("networkSlot", "1"), [`${at}/networkSlot must be integer`]);
    assert.deepEqual(changed("networkSlot", 120), [`${at}/networkSlot must be <= 119`]);
    assert.deepEqual(changed("costCenter", "1002"), [`${at}/costCenter must match pattern "^CC-\\d{4,8}$"`]);
    assert.deepEqual(faults(stackFileSchema(), { config: { "mlplatform:team": {} } }), [
      "/config must NOT have additional properties",
    ]);
    assert.deepEqual(faults(stackFileSchema(), { config: { "aws:region": "eu-west-1" } }), []);
  });

  it("explain every setting", () => {
    const unexplained: string[] = [];
    const look = (schema: unknown, at: string): void => {
      if (typeof schema !== "object" || schema === null) return;
      const { properties = {}, additionalProperties, items } = schema as Record<string, object>;
      for (const [key, child] of Object.entries(properties)) {
        if (!("description" in child)) unexplained.push(`${at}.${key}`);
        look(child, `${at}.${key}`);
      }
      look(additionalProperties, `${at}.*`);
      look(items, `${at}[]`);
    };
    const { config } = stackFileSchema()["properties"] as Record<string, { properties: object }>;
    look(config, "config");
    assert.deepEqual(unexplained, []);
  });
});
