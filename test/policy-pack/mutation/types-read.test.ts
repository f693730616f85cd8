import assert from "node:assert/strict";
import { CONTROLS, COMPANY } from "../../../policy-pack/judge";
import type { GraphControl } from "../../../policy-pack/contract/control";
import type { RawResource } from "../../../policy-pack/contract/subject";
import { mayChange, typesRead } from "./types-read";

const raw = (type: string, name: string, props: RawResource["props"] = {}): RawResource => ({
  urn: `urn:${name}`,
  type,
  name,
  props,
  options: {},
});
const resources = [
  raw("aws:s3/bucket:Bucket", "data", { bucket: "data" }),
  raw("aws:s3/bucketPolicy:BucketPolicy", "policy", { bucket: "data" }),
  raw("aws:kms/key:Key", "key"),
];
const readBy = (check: GraphControl["check"]) => {
  const [some] = CONTROLS.filter((control) => control.kind === "graph");
  assert.ok(some !== undefined);
  const control: GraphControl = { ...some, check };
  return typesRead(control, resources, { tier: "prod", settings: COMPANY, now: new Date(0) });
};
const mutant = (type: string, gone: readonly string[] = []) => ({
  ...{ stack: "prod", urn: "urn:x", property: "p", kind: "k", changed: [] },
  type,
  gone,
});

describe("what a control reads of a graph", () => {
  it("is the types whose properties it reads, and those that may point", () => {
    const read = readBy((graph) => {
      for (const bucket of graph.byType("aws:s3/bucket:Bucket"))
        graph.pointingTo(bucket, "bucket", "aws:s3/bucketPolicy:BucketPolicy");
      return [];
    });
    assert.deepEqual([...read.read].sort(), ["aws:s3/bucket:Bucket", "aws:s3/bucketPolicy:BucketPolicy"]);
    assert.equal(mayChange(read, mutant("aws:s3/bucketPolicy:BucketPolicy")), true);
    assert.equal(mayChange(read, mutant("aws:kms/key:Key", ["urn:key"])), false);
  });

  it("is no type that it only counts, unless a resource is gone", () => {
    const read = readBy((graph) => (graph.byType("aws:kms/key:Key").length > 0 ? [] : "not-applicable"));
    assert.deepEqual([...read.read], []);
    assert.equal(mayChange(read, mutant("aws:kms/key:Key")), false);
    assert.equal(mayChange(read, mutant("aws:kms/key:Key", ["urn:key"])), true);
  });

  it("is any type that may be gone, where all are gone through", () => {
    const read = readBy((graph) => graph.nodes.filter(({ type }) => type === "none").map(() => never()));
    assert.deepEqual([...read.read], []);
    assert.equal(mayChange(read, mutant("aws:ec2/vpc:Vpc", ["urn:vpc"])), true);
  });
});

function never(): never {
  throw new Error("There is none of this type.");
}
