import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { BUCKET_DESTINATIONS } from "../../../policy-pack/controls/trust/bucket-destinations";
import { dataCopyDestinationTrusted as control } from "../../../policy-pack/controls/trust/data-copy-destination-trusted";
import { bucketNamed } from "../../../policy-pack/topology/own-buckets";
import { declare, ref } from "../support/resources";
import { passes, violates } from "../support/verdicts";

const SDK = dirname(require.resolve("@pulumi/aws/package.json"));
const bucket = declare("s3/bucket:Bucket", "results", { bucket: "results" });
const told = { settings: { trustedBuckets: { prod: ["acme-.*"] } } };

/** Inputs in which a property holds a value, at the depth where the type has it. */
const holding = (input: string, name: string, value: unknown) => ({
  [input]: input === name ? value : { connectorType: "S3", inner: [{ [name]: value }] },
});

describe("the buckets that types send data to", () => {
  const sdk = readFileSync(join(SDK, "types/input.d.ts"), "utf8");

  for (const [type, { inputs, names }] of Object.entries(BUCKET_DESTINATIONS)) {
    it(`${type} has them, and is judged by each`, () => {
      const token = /^aws:(.+):/.exec(type)?.[1] ?? "";
      const file = join(SDK, `${token}.d.ts`);
      assert.ok(existsSync(file) || existsSync(file.toLowerCase()), token);
      const own = readFileSync(existsSync(file) ? file : file.toLowerCase(), "utf8");
      for (const input of inputs) assert.match(own, new RegExp(`\\b${input}\\??: `), input);
      for (const name of names) assert.match(`${own}${sdk}`, new RegExp(`\\b${name}\\??: `), name);
      const [input = ""] = inputs;
      const name = names.find((one) => one === input) ?? names[0] ?? "";
      const one = (value: unknown) => [
        bucket,
        declare(type.replace(/^aws:/, ""), "one", holding(input, name, value)),
      ];
      passes(control, one("s3://acme-results/a"), told);
      passes(control, one(ref(bucket, "bucket")), told);
      passes(control, one("elsewhere"));
      const at = input === name ? input : `${input}.inner[0].${name}`;
      violates(control, one("elsewhere"), [`one (${token}): ${at}`], told);
    });
  }
});

describe("bucketNamed", () => {
  for (const [text, name] of [
    ["data", "data"],
    ["data/prefix/", "data"],
    ["s3://data", "data"],
    ["s3a://data/prefix", "data"],
    ["arn:aws-cn:s3:::data/prefix", "data"],
    ["data.s3.amazonaws.com", "data"],
    ["https://data.s3.eu-central-1.amazonaws.com/key", "data"],
    ["https://s3.eu-central-1.amazonaws.com/data/key", "data"],
    ["data.with.dots", "data.with.dots"],
    ["https://example.com/data", undefined],
    ["arn:aws:s3:eu-central-1:333333333333:accesspoint/a", undefined],
    ["", undefined],
  ] as const) {
    it(`takes ${String(name)} from "${text}"`, () => {
      assert.equal(bucketNamed(text), name);
    });
  }
});
