import assert from "node:assert/strict";
import { SecurityGroup } from "../../../components/secure";
import { scopeOf } from "../support/fixtures";
import { run } from "../support/run";

describe("security group", () => {
  const group = () =>
    run((opts) => {
      const https = { protocol: "tcp", port: 443 } as const;
      new SecurityGroup(
        "api",
        {
          scope: scopeOf("core"),
          purpose: "api",
          description: "The API",
          vpcId: "vpc-1",
          ingress: {
            clients: { ...https, description: "Clients", peer: { securityGroupId: "sg-2" } },
            tunnel: { description: "Tunnel", peer: "self", protocol: "50" },
          },
          egress: {
            s3: { ...https, description: "S3", peer: { prefixListId: "pl-1" } },
            vpc: { ...https, description: "VPC", peer: { cidrIpv4: "10.16.0.0/16" } },
          },
        },
        opts,
      );
    });
  const rules = (components: Awaited<ReturnType<typeof group>>, type: string) =>
    Object.fromEntries(components.all(type).map(({ name, inputs: { tags: _, ...rest } }) => [name, rest]));

  it("has no rules of its own, and each rule as a resource keyed by its name", async () => {
    const components = await group();
    const { id, inputs } = components.one("aws:ec2/securityGroup:SecurityGroup", "api");
    assert.deepEqual(
      [inputs["name"], inputs["description"], inputs["ingress"], inputs["egress"]],
      ["acme-dev-core-api", "The API", undefined, undefined],
    );
    assert.deepEqual(rules(components, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), {
      "api-from-clients": {
        securityGroupId: id,
        description: "Clients",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        referencedSecurityGroupId: "sg-2",
      },
      "api-from-tunnel": {
        securityGroupId: id,
        description: "Tunnel",
        ipProtocol: "50",
        referencedSecurityGroupId: id,
      },
    });
    assert.deepEqual(rules(components, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), {
      "api-to-s3": {
        securityGroupId: id,
        description: "S3",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        prefixListId: "pl-1",
      },
      "api-to-vpc": {
        securityGroupId: id,
        description: "VPC",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIpv4: "10.16.0.0/16",
      },
    });
  });

  it("lets nothing through when it is given no rules", async () => {
    const bare = await run((opts) => {
      new SecurityGroup(
        "api",
        { scope: scopeOf("core"), purpose: "api", description: "The API", vpcId: "vpc-1" },
        opts,
      );
    });
    assert.deepEqual(
      bare.recording.resources.map(({ type }) => type).filter((type) => type.startsWith("aws:")),
      ["aws:ec2/securityGroup:SecurityGroup"],
    );
  });
});
