import assert from "node:assert/strict";
import { Provider } from "@pulumi/aws/provider";
import { getAvailabilityZones } from "@pulumi/aws/getAvailabilityZones";
import * as kms from "@pulumi/aws/kms";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import { previewView, record, type RecordedResource } from "../../../local-cloud/recording";

const ACCOUNT = "111111111111";
const provider = (opts: { region?: string } = {}) =>
  new Provider("aws-dev", { region: opts.region ?? "eu-central-1", allowedAccountIds: [ACCOUNT] });

class Outer extends pulumi.ComponentResource {
  constructor(name: string, opts: pulumi.ComponentResourceOptions) {
    super("mlplatform:test:Outer", name, {}, opts);
    new Inner(`${name}-inner`, { parent: this });
    this.registerOutputs({});
  }
}

class Inner extends pulumi.ComponentResource {
  constructor(name: string, opts: pulumi.ComponentResourceOptions) {
    super("mlplatform:test:Inner", name, {}, opts);
    new s3.Bucket("bucket", { bucket: "acme-data" }, { parent: this, protect: true });
    this.registerOutputs({});
  }
}

const find = (resources: readonly RecordedResource[], name: string): RecordedResource => {
  const found = resources.find((resource) => resource.name === name);
  assert.ok(found, `no resource ${name} was recorded`);
  return found;
};

describe("record", () => {
  it("gives URNs by the engine's rule, and keeps parent, options, provider, account and region", async () => {
    const { resources } = await record(
      async () => {
        new Outer("outer", { providers: { aws: provider() } });
      },
      { stack: "dev" },
    );
    const bucket = find(resources, "bucket");
    assert.equal(
      bucket.urn,
      "urn:pulumi:dev::mlplatform::mlplatform:test:Outer$mlplatform:test:Inner$aws:s3/bucket:Bucket::bucket",
    );
    assert.equal(
      bucket.parent,
      "urn:pulumi:dev::mlplatform::mlplatform:test:Outer$mlplatform:test:Inner::outer-inner",
    );
    assert.equal(bucket.options.protect, true);
    assert.equal(bucket.options.retainOnDelete, false);
    assert.deepEqual(bucket.options.ignoreChanges, []);
    assert.deepEqual(bucket.provider, {
      urn: "urn:pulumi:dev::mlplatform::pulumi:providers:aws::aws-dev",
      account: ACCOUNT,
      region: "eu-central-1",
    });
    assert.equal(bucket.outputs["arn"], "arn:aws:s3:::acme-data");
  });

  it("takes a resource's own region over its provider's", async () => {
    const { resources } = await record(
      async () => {
        new s3.Bucket("elsewhere", { region: "eu-west-1" }, { provider: provider() });
      },
      { stack: "dev" },
    );
    assert.equal(find(resources, "elsewhere").provider?.region, "eu-west-1");
  });

  it("keeps the edges of each property", async () => {
    const { resources } = await record(
      async () => {
        const opts = { provider: provider() };
        const key = new kms.Key("key", {}, opts);
        const bucket = new s3.Bucket("data", { bucket: "acme-data" }, opts);
        new s3.BucketServerSideEncryptionConfiguration(
          "encryption",
          {
            bucket: bucket.id,
            rules: [
              { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } },
            ],
          },
          opts,
        );
      },
      { stack: "dev" },
    );
    const edges = find(resources, "encryption").propertyDependencies;
    assert.deepEqual(edges["bucket"], ["urn:pulumi:dev::mlplatform::aws:s3/bucket:Bucket::data"]);
    assert.deepEqual(edges["rules"], ["urn:pulumi:dev::mlplatform::aws:kms/key:Key::key"]);
  });

  it("opens secret inputs, says where they were, and masks secret stack outputs", async () => {
    const { resources, outputs } = await record(
      async () => {
        const tag = pulumi.secret("hush");
        new s3.Bucket("data", { tags: { token: tag } }, { provider: provider() });
        return { tag, plain: "shown" };
      },
      { stack: "dev" },
    );
    const bucket = find(resources, "data");
    assert.deepEqual(bucket.inputs["tags"], { token: "hush" });
    assert.deepEqual(bucket.secretInputs, ["tags.token"]);
    assert.deepEqual(outputs, { tag: "[secret]", plain: "shown" });
  });

  it("refuses a second resource with the same URN", async () => {
    const twice = async () => {
      const opts = { provider: provider() };
      new s3.Bucket("data", {}, opts);
      new s3.Bucket("data", {}, opts);
    };
    await assert.rejects(record(twice, { stack: "dev" }), /Duplicate resource URN 'urn:pulumi:dev::/);
  });

  it("refuses a resource and a data source without an explicit provider", async () => {
    const resource = async () => void new s3.Bucket("data", {});
    await assert.rejects(record(resource, { stack: "dev" }), /Default provider for 'aws' disabled/);
    const dataSource = async () => ({ zones: (await getAvailabilityZones({})).names });
    await assert.rejects(record(dataSource, { stack: "dev" }), /Default provider for 'aws' disabled/);
  });

  it("refuses a program that registers nothing, since every check of it would pass", async () => {
    await assert.rejects(
      record(async () => ({}), { stack: "dev" }),
      /registered no resources/,
    );
  });

  it("rejects with the program's own error, also when it is thrown inside an apply", async () => {
    const thrown = async () => {
      throw new pulumi.RunError("no such team");
    };
    await assert.rejects(record(thrown, { stack: "dev" }), /no such team/);
    const applied = async () => {
      const bucket = new s3.Bucket("data", {}, { provider: provider() });
      bucket.arn.apply(() => {
        throw new Error("thrown in an apply");
      });
    };
    await assert.rejects(record(applied, { stack: "dev" }), /thrown in an apply/);
  });

  it("keeps two recordings that are asked for at once apart", async () => {
    const one = (name: string) => async () => void new s3.Bucket(name, {}, { provider: provider() });
    const [a, b] = await Promise.all([
      record(one("a"), { stack: "dev" }),
      record(one("b"), { stack: "prod" }),
    ]);
    const names = (resources: readonly RecordedResource[]) => resources.map((resource) => resource.urn);
    assert.deepEqual(
      names(a.resources).filter((urn) => urn.includes("Bucket")),
      ["urn:pulumi:dev::mlplatform::aws:s3/bucket:Bucket::a"],
    );
    assert.deepEqual(
      names(b.resources).filter((urn) => urn.includes("Bucket")),
      ["urn:pulumi:prod::mlplatform::aws:s3/bucket:Bucket::b"],
    );
  });

  it("leaves what only AWS could know unknown in a preview", async () => {
    let arn: unknown;
    await record(
      async () => {
        const key = new kms.Key("key", { description: "known" }, { provider: provider() });
        arn = await (key.arn as any).isKnown;
      },
      { stack: "dev", preview: true },
    );
    assert.equal(arn, false);
  });
});

describe("previewView", () => {
  it("leaves a literal alone that holds the region beside something unknown", async () => {
    const { resources } = await record(
      async () => {
        const opts = { provider: provider() };
        const bucket = new s3.Bucket("data", {}, opts);
        const image = `${ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com/scoring`;
        new s3.Bucket("other", { tags: { image, beside: bucket.arn } }, opts);
      },
      { stack: "dev" },
    );
    assert.deepEqual(find(previewView(resources), "other").inputs["tags"], {
      image: `${ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com/scoring`,
      beside: unknownValue,
    });
  });

  it("hides exactly the inputs that were made from computed outputs", async () => {
    const { resources } = await record(
      async () => {
        const opts = { provider: provider() };
        const key = new kms.Key("key", { description: "for data" }, opts);
        new s3.Bucket(
          "data",
          { bucket: "acme-data", tags: { key: key.keyId, about: key.description } },
          opts,
        );
        new s3.Bucket("plain", { bucket: "acme-plain", tags: { key: "none" } }, opts);
      },
      { stack: "dev" },
    );
    const viewed = previewView(resources);
    assert.deepEqual(find(viewed, "data").inputs, {
      bucket: "acme-data",
      tags: { key: unknownValue, about: "for data" },
    });
    // What hides nothing is the resource itself, so that it need not be judged twice.
    assert.equal(find(viewed, "plain"), find(resources, "plain"));
    assert.equal(find(viewed, "key"), find(resources, "key"));
    assert.notEqual(find(viewed, "data"), find(resources, "data"));
  });
});
