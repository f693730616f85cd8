import assert from "node:assert/strict";
import { hasLocalStore } from "../../../policy-pack/controls/sagemaker/instance-storage";
import { smEndpointConfigCmk } from "../../../policy-pack/controls/sagemaker/sm-endpoint-config-cmk";
import { smEndpointNoShellOrDumps } from "../../../policy-pack/controls/sagemaker/sm-endpoint-no-shell-or-dumps";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const config = (props: Declared["props"]) =>
  declare("sagemaker/endpointConfiguration:EndpointConfiguration", "e", props);
const at = (property: string) => [`e (sagemaker/endpointConfiguration): ${property}`];
const key = declare("kms/key:Key", "team");

describe("instance types with a local store", () => {
  it("are known by the letter d, or by their family", () => {
    const all = [
      "ml.g4dn.xlarge",
      "ml.p4d.24xlarge",
      "ml.p4de.24xlarge",
      "ml.p3dn.24xlarge",
      "ml.m5d.large",
      "ml.c6gd.large",
      "ml.g5.xlarge",
      "ml.g6e.xlarge",
      "ml.p5.48xlarge",
      "ml.trn1.2xlarge",
    ];
    assert.deepEqual(
      all.filter((type) => !hasLocalStore(type)),
      [],
    );
    const none = [
      "ml.m5.large",
      "ml.c7g.large",
      "ml.p3.2xlarge",
      "ml.inf2.xlarge",
      "ml.t2.medium",
      "g5.xlarge",
    ];
    assert.deepEqual(none.filter(hasLocalStore), []);
  });
});

describe("sm-endpoint-config-cmk", () => {
  const control = smEndpointConfigCmk;
  const variants = (...types: readonly unknown[]) => ({
    productionVariants: types.map((instanceType) => ({ instanceType })),
  });

  it("passes a customer key, and variants that take none", () => {
    passes(control, [key, config({ kmsKeyArn: ref(key, "arn"), ...variants("ml.m5.large") })]);
    passes(control, [config(variants("ml.g5.xlarge", "ml.g4dn.xlarge"))]);
    passes(control, [
      config({ productionVariants: [{ serverlessConfig: { maxConcurrency: 5, memorySizeInMb: 2048 } }] }),
    ]);
  });

  it("finds no key, AWS's key, and one variant among others that takes a key", () => {
    violates(control, [config(variants("ml.m5.large"))], at("kmsKeyArn"));
    violates(
      control,
      [config({ kmsKeyArn: "alias/aws/sagemaker", ...variants("ml.m5.large") })],
      at("kmsKeyArn"),
    );
    violates(control, [config(variants("ml.g5.xlarge", "ml.m5.large"))], at("kmsKeyArn"));
    violates(
      control,
      [config({ ...variants("ml.g5.xlarge"), shadowProductionVariants: [{ instanceType: "ml.m5.large" }] })],
      at("kmsKeyArn"),
    );
    violates(control, [config({})], at("kmsKeyArn"));
    notApplicable(control, [key]);
  });

  it("waits for a type that is not known yet", () => {
    const type = declare("ssm/parameter:Parameter", "p", { value: "ml.m5.large" });
    defers(control, [config(variants(ref(type, "value")))], at("kmsKeyArn"), at("kmsKeyArn"));
  });
});

describe("sm-endpoint-no-shell-or-dumps", () => {
  const control = smEndpointNoShellOrDumps;
  const variant = (more: object) => ({ productionVariants: [{ instanceType: "ml.m5.large", ...more }] });

  it("passes no shell, and dumps that are encrypted", () => {
    passes(control, [config(variant({}))]);
    passes(control, [config(variant({ enableSsmAccess: false }))]);
    passes(control, [
      key,
      config(variant({ coreDumpConfig: { destinationS3Uri: "s3://b/d", kmsKeyId: ref(key, "arn") } })),
    ]);
  });

  it("finds dumps in a bucket that is none of the company's", () => {
    const dumps = [
      key,
      config(
        variant({ coreDumpConfig: { destinationS3Uri: "s3://elsewhere/d", kmsKeyId: ref(key, "arn") } }),
      ),
    ];
    const told = { settings: { trustedBuckets: { prod: ["acme-.*"] } } };
    violates(control, dumps, at("productionVariants[0].coreDumpConfig.destinationS3Uri"), told);
    passes(control, [...dumps, declare("s3/bucket:Bucket", "dumps", { bucket: "elsewhere" })], told);
    passes(control, dumps);
  });

  it("finds a shell and bare dumps, in shadow variants too", () => {
    violates(
      control,
      [config(variant({ enableSsmAccess: true }))],
      at("productionVariants[0].enableSsmAccess"),
    );
    violates(
      control,
      [config(variant({ coreDumpConfig: { destinationS3Uri: "s3://b/d" } }))],
      at("productionVariants[0].coreDumpConfig.kmsKeyId"),
    );
    violates(
      control,
      [config({ ...variant({}), shadowProductionVariants: [{ enableSsmAccess: true }] })],
      at("shadowProductionVariants[0].enableSsmAccess"),
    );
    notApplicable(control, [key]);
  });
});
