import assert from "node:assert/strict";
import { packInput } from "../../../cli/check/pack-input";
import type { RecordedResource } from "../../../local-cloud/recording";

const PROVIDER = "urn:pulumi:dev::mlplatform::pulumi:providers:aws::aws";
const recorded = (more: Partial<RecordedResource>): RecordedResource => ({
  urn: PROVIDER,
  type: "pulumi:providers:aws",
  name: "aws",
  custom: true,
  inputs: { region: "eu-central-1" },
  secretInputs: [],
  outputs: {},
  computed: [],
  dependencies: [],
  propertyDependencies: {},
  options: { protect: false, retainOnDelete: false, ignoreChanges: [], aliases: [] },
  ...more,
});

describe("the check's input for the policy pack", () => {
  const provider = recorded({});
  const bucket = recorded({
    urn: "urn:pulumi:dev::mlplatform::aws:s3/bucket:Bucket::data",
    type: "aws:s3/bucket:Bucket",
    name: "data",
    inputs: { bucket: "acme-data" },
    provider: { urn: PROVIDER, account: "111111111111", region: "eu-central-1" },
    propertyDependencies: { bucket: ["urn"] },
    id: "acme-data",
    outputs: { arn: "arn:aws:s3:::acme-data" },
  });

  it("hands a resource over with its provider's inputs, its edges, and what AWS calls it", () => {
    assert.deepEqual(packInput([provider, bucket])[1], {
      urn: bucket.urn,
      type: "aws:s3/bucket:Bucket",
      name: "data",
      props: { bucket: "acme-data" },
      options: bucket.options,
      provider: { type: "pulumi:providers:aws", name: "aws", props: { region: "eu-central-1" } },
      propertyDependencies: { bucket: ["urn"] },
      identity: ["acme-data", "arn:aws:s3:::acme-data"],
    });
  });

  it("hands the same over for a resource that is the same in two views", () => {
    const hidden = { ...bucket, inputs: { bucket: "unknown" } };
    const [, known] = packInput([provider, bucket]);
    const [, again, other] = packInput([provider, bucket, hidden]);
    assert.equal(again, known);
    assert.notEqual(other, known);
    assert.deepEqual(other?.props, { bucket: "unknown" });
  });

  it("hands another over once its provider is shown otherwise", () => {
    const [, known] = packInput([provider, bucket]);
    const [, other] = packInput([{ ...provider, inputs: { region: "eu-west-1" } }, bucket]);
    assert.notEqual(other, known);
    assert.deepEqual(other?.provider?.props, { region: "eu-west-1" });
  });
});
