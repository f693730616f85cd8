import assert from "node:assert/strict";
import type { RawResource } from "../../../policy-pack/contract/subject";
import { mutantsOf } from "./generate";
import type { RealGraph } from "./real-graphs";

const DOCUMENT = {
  Statement: [
    {
      Sid: "Read",
      Effect: "Allow",
      Action: ["s3:GetObject"],
      Resource: ["arn:aws:s3:::data/*"],
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
    },
    { Sid: "NoDelete", Effect: "Deny", Action: ["s3:DeleteObject", "s3:PutObject"], Resource: "*" },
  ],
};

/** The ways in which one resource is broken, each in a line. */
function waysToBreak(type: string, props: RawResource["props"], more: Partial<RawResource> = {}): string[] {
  const resource: RawResource = { urn: "urn:a", type, name: "a", props, options: {}, ...more };
  const graph: RealGraph = {
    stack: "prod",
    resources: [resource],
    identities: new Map(),
    ownerOf: () => "core",
    outputOf: () => undefined,
  };
  return mutantsOf(graph).map(({ property, kind }) => `${property}: ${kind}`);
}

describe("the generator of mutants", () => {
  it("removes, flips, and sets what else the documentation names", () => {
    const ways = waysToBreak("aws:s3/bucketVersioning:BucketVersioning", {
      bucket: "data",
      versioningConfiguration: { status: "Enabled" },
    });
    assert.ok(ways.includes("versioningConfiguration.status: set to Suspended"));
    assert.ok(ways.includes("versioningConfiguration.status: set to Disabled"));
    assert.ok(ways.includes("(resource): removed"));
    assert.ok(!ways.includes("bucket: removed"), "a required property cannot be left out");
    assert.ok(!ways.includes("versioningConfiguration: removed"), "nor can this one");

    const flips = waysToBreak("aws:kms/key:Key", { enableKeyRotation: true, deletionWindowInDays: 30 });
    assert.ok(flips.includes("enableKeyRotation: flipped"));
    assert.ok(flips.includes("enableKeyRotation: removed"));
    assert.ok(flips.includes("deletionWindowInDays: decreased"));
    assert.ok(flips.includes("multiRegion: turned on"));
  });

  it("opens ranges and ports to the world", () => {
    const ways = waysToBreak("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
      cidrIpv4: "10.0.0.0/16",
      fromPort: 443,
      toPort: 443,
      ipProtocol: "tcp",
      securityGroupId: "sg-1",
    });
    for (const way of [
      "cidrIpv4: widened to 0.0.0.0/0",
      "(peer): widened to ::/0",
      "(ports): widened to every protocol",
    ]) {
      assert.ok(ways.includes(way), way);
    }
  });

  it("widens what policies allow, and takes away what they deny", () => {
    const ways = waysToBreak("aws:iam/policy:Policy", { policy: JSON.stringify(DOCUMENT) });
    assert.deepEqual(
      ways.filter((way) => way.startsWith("policy › ")),
      [
        "policy › Read.Action: widened to *",
        "policy › Read.Action: widened to the service",
        "policy › Read.Action: negated",
        "policy › Read.Resource: widened to *",
        "policy › Read.Resource: negated",
        "policy › Read.Condition.StringEquals.aws:PrincipalOrgID: removed",
        "policy › Read.Condition.StringEquals.aws:PrincipalOrgID: widened",
        "policy › Read.Condition: all removed",
        "policy › NoDelete: removed",
        "policy › NoDelete.Effect: turned to Allow",
        "policy › NoDelete.Action: narrowed",
        "policy › NoDelete.Action: one removed",
        "policy › NoDelete.Action: one removed",
        "policy › NoDelete.Resource: narrowed",
      ],
    );
  });

  it("leaves names, descriptions and components alone", () => {
    const ways = waysToBreak("aws:kms/key:Key", { description: "Data", tags: { Name: "data" } });
    assert.deepEqual(
      ways.filter((way) => /description|Name/.test(way)),
      [],
    );
    assert.deepEqual(waysToBreak("mlplatform:secure:Key", { enabled: true }), []);
  });
});
