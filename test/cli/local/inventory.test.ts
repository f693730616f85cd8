import assert from "node:assert/strict";
import { inventory } from "../../../cli/local/summary/inventory";
import { resourceName } from "../../../cli/local/summary/resource-name";
import type { StateResource } from "../../../cli/local/state";

const P = "urn:pulumi:dev::mlplatform::";
const stack = `${P}pulumi:pulumi:Stack::mlplatform-dev`;
const workspace = `${P}mlplatform:team-workspace:TeamWorkspace::fraud`;
const bucket = `${P}mlplatform:team-workspace:TeamWorkspace$mlplatform:secure:Bucket::data`;
const providerUrn = `${P}pulumi:providers:aws::aws-dev`;
const component = (urn: string, type: string, parent?: string): StateResource => ({
  urn,
  type,
  custom: false,
  parent,
});
const resource = (name: string, parent: string, provider?: string): StateResource => ({
  urn: `${P}aws:s3/bucket:Bucket::${name}`,
  type: "aws:s3/bucket:Bucket",
  custom: true,
  parent,
  provider,
});

describe("the inventory", () => {
  it("counts resources by outermost component and account, components and providers apart", () => {
    const provider = `${providerUrn}::0ab3`;
    const resources: StateResource[] = [
      component(stack, "pulumi:pulumi:Stack"),
      {
        urn: providerUrn,
        type: "pulumi:providers:aws",
        custom: true,
        inputs: { allowedAccountIds: '["555555555555"]' },
      },
      component(workspace, "mlplatform:team-workspace:TeamWorkspace", stack),
      component(bucket, "mlplatform:secure:Bucket", workspace),
      resource("a", bucket, provider),
      resource("b", workspace, provider),
      resource("c", workspace),
      resource("d", stack, provider),
      component(`${workspace}-random`, "mlplatform:team-workspace:TeamWorkspace", stack),
      resource("e", `${workspace}-random`),
    ];
    const account = "555555555555";
    assert.deepEqual(inventory({ resources, pending: [] }), [
      { component: "(no component)", name: "", account, resources: 1 },
      { component: "TeamWorkspace", name: "fraud", account, resources: 3 },
      { component: "TeamWorkspace", name: "fraud-random", account: "", resources: 1 },
    ]);
  });

  it("is empty for an empty stack", () => assert.deepEqual(inventory({ resources: [], pending: [] }), []));
});

describe("the name of a resource", () => {
  const cases: readonly [string, string][] = [
    [bucket, "secure/Bucket data"],
    [`${P}aws:s3/bucketPolicy:BucketPolicy::a::b`, "s3/BucketPolicy a::b"],
    [stack, "Stack mlplatform-dev"],
  ];
  for (const [urn, name] of cases) it(name, () => assert.equal(resourceName(urn), name));
});
