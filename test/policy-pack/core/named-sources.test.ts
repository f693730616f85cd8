import assert from "node:assert/strict";
import { graphOf } from "../../../policy-pack/core/graph";
import type { RawResource } from "../../../policy-pack/contract/subject";

const urnOf = (type: string, name: string) => `urn:pulumi:prod::data::${type}::${name}`;

const resource = (type: string, name: string, more: Partial<RawResource> = {}): RawResource => ({
  urn: urnOf(type, name),
  type,
  name,
  props: {},
  options: {},
  ...more,
});

const BUCKET = "aws:s3/bucket:Bucket";
const BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const SUBNET = "aws:ec2/subnet:Subnet";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";

/** A value that had to wait for all of them, as `pulumi.all(...)` makes it. */
function pointing(type: string, input: string, value: unknown, sources: readonly RawResource[]) {
  const holder = resource(type, "holder", {
    props: { [input]: value },
    propertyDependencies: { [input]: sources.map(({ urn }) => urn) },
  });
  const graph = graphOf([...sources, holder]);
  const node = graph.byUrn(holder.urn);
  const names = (node?.references(input) ?? []).map(({ name }) => name);
  const pointedAt = sources.filter(({ urn }) => {
    const target = graph.byUrn(urn);
    return target !== undefined && graph.pointingTo(target, input, type).length > 0;
  });
  assert.deepEqual(
    pointedAt.map(({ name }) => name),
    names,
  );
  return names;
}

describe("what an input with several sources speaks of", () => {
  const buckets = ["a", "b", "c"].map((name) =>
    resource(BUCKET, name, { identity: [`${name}-1f2e3d4`, `arn:aws:s3:::${name}-1f2e3d4`] }),
  );

  it("is the one that a known value names, of all that it waited for", () => {
    assert.deepEqual(pointing(BLOCK, "bucket", "b-1f2e3d4", buckets), ["b"]);
  });

  it("is what outputs name, where they are among the properties", () => {
    const deployed = ["a", "b"].map((name) => resource(BUCKET, name, { props: { id: `${name}-1f2e3d4` } }));
    assert.deepEqual(pointing(BLOCK, "bucket", "a-1f2e3d4", deployed), ["a"]);
  });

  it("is not the one whose name begins like another's", () => {
    const alike = ["data", "data-logs"].map((name) => resource(BUCKET, name, { identity: [name] }));
    assert.deepEqual(pointing(BLOCK, "bucket", "data-logs", alike), ["data-logs"]);
  });

  it("are all whose ARN stands in a longer text", () => {
    const policy = JSON.stringify({ Resource: ["arn:aws:s3:::a-1f2e3d4/*", "arn:aws:s3:::c-1f2e3d4"] });
    assert.deepEqual(pointing("aws:iam/rolePolicy:RolePolicy", "policy", policy, buckets), ["a", "c"]);
  });

  it("is told for each type by itself", () => {
    const subnets = ["public", "private"].map((name) =>
      resource(SUBNET, name, { identity: [`subnet-${name}`] }),
    );
    const group = resource(GROUP, "workers", { identity: ["sg-1"] });
    const value = { subnets: ["subnet-private"], securityGroupIds: ["made up from the group"] };
    const sources = [...subnets, group];
    assert.deepEqual(pointing("aws:sagemaker/model:Model", "vpcConfig", value, sources), [
      "private",
      "workers",
    ]);
  });

  it("are all while the value, or part of it, is not known yet", () => {
    const unknown = {
      get bucket(): string {
        throw new Error("not known yet");
      },
    };
    const holder = resource(BLOCK, "holder", {
      props: unknown,
      propertyDependencies: { bucket: buckets.map(({ urn }) => urn) },
    });
    const references =
      graphOf([...buckets, holder])
        .byUrn(holder.urn)
        ?.references("bucket") ?? [];
    assert.deepEqual(
      references.map(({ name }) => name),
      ["a", "b", "c"],
    );
  });

  it("are also those whose own names are not known yet", () => {
    const [a, b] = [resource(BUCKET, "a", { identity: ["a-1"] }), resource(BUCKET, "b")];
    assert.deepEqual(pointing(BLOCK, "bucket", "a-1", [a, b]), ["a", "b"]);
  });

  it("are all where the value names none of them, as a host made from one does", () => {
    assert.deepEqual(pointing(BLOCK, "bucket", "d111111abcdef8.cloudfront.net", buckets), ["a", "b", "c"]);
  });
});
