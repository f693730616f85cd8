import assert from "node:assert/strict";
import type { Tier } from "../../../config";
import { plainTeam } from "../support/fixtures";
import { runWorkspaces } from "../support/workspaces";

const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

describe("a workspace's network", () => {
  const network = async (tier: Tier) => runWorkspaces({ fraud: plainTeam(3) }, tier);

  it("has a subnet in each zone, at the slot's place, without a way out", async () => {
    const components = await network("dev");
    const subnets = components.all("aws:ec2/subnet:Subnet").map(({ name, inputs }) => {
      const { cidrBlock, availabilityZone, mapPublicIpOnLaunch, vpcId } = inputs;
      return { name, cidrBlock, availabilityZone, mapPublicIpOnLaunch, vpcId };
    });
    assert.deepEqual(subnets, [
      {
        name: "fraud-network-a",
        cidrBlock: "10.16.22.0/25",
        availabilityZone: "eu-central-1a",
        mapPublicIpOnLaunch: false,
        vpcId: "vpc-1",
      },
      {
        name: "fraud-network-b",
        cidrBlock: "10.16.22.128/25",
        availabilityZone: "eu-central-1b",
        mapPublicIpOnLaunch: false,
        vpcId: "vpc-1",
      },
    ]);
    const routes = components
      .all("aws:ec2/routeTableAssociation:RouteTableAssociation")
      .map(({ inputs }) => inputs["routeTableId"]);
    assert.deepEqual(routes, ["rtb-a", "rtb-b"]);
    const acls = components
      .all("aws:ec2/networkAclAssociation:NetworkAclAssociation")
      .map(({ inputs }) => inputs["networkAclId"]);
    assert.deepEqual(acls, ["acl-1", "acl-1"]);
  });

  it("lets workloads reach endpoints, S3 and each other's tunnels, and, in dev only, HTTPS inside the VPC", async () => {
    for (const tier of ["dev", "staging", "prod"] as const) {
      const components = await network(tier);
      const group = components.one("aws:ec2/securityGroup:SecurityGroup", "fraud-network-workloads").id;
      const rules = (type: string) =>
        Object.fromEntries(
          components
            .all(type)
            .map(({ name, inputs: { tags: _, description: __, securityGroupId, ...rest } }) => {
              assert.equal(securityGroupId, group);
              return [name.replace("fraud-network-workloads-", ""), rest];
            }),
        );
      const https = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
      const keyExchange = { ipProtocol: "udp", fromPort: 500, toPort: 500, referencedSecurityGroupId: group };
      const tunnel = { ipProtocol: "50", referencedSecurityGroupId: group };
      assert.deepEqual(rules(INGRESS), {
        "from-instances-key-exchange": keyExchange,
        "from-instances-tunnel": tunnel,
      });
      assert.deepEqual(rules(EGRESS), {
        "to-instances-key-exchange": keyExchange,
        "to-instances-tunnel": tunnel,
        "to-s3": { ...https, prefixListId: "pl-s3" },
        "to-services":
          tier === "dev"
            ? { ...https, cidrIpv4: "10.16.0.0/16" }
            : { ...https, referencedSecurityGroupId: "sg-endpoints" },
      });
    }
  });
});
