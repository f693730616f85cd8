import assert from "node:assert/strict";
import { networkAclEntries } from "../../../components/platform-core/network/network-acl-rules";
import { planSubnets } from "../../../components/platform-core/network/subnet-plan";
import { byName, recordStack } from "../../stacks/support/record-stack";

describe("the platform's subnets", () => {
  it("are one of each kind in each zone, at places that depend on kind and zone alone", () => {
    const planned = planSubnets("10.16.0.0/16", "eu-central-1", ["a", "b", "c"]);
    assert.deepEqual(
      planned.map(({ kind, availabilityZone, cidrBlock }) => [kind, availabilityZone, cidrBlock]),
      [
        ["private", "eu-central-1a", "10.16.0.0/24"],
        ["private", "eu-central-1b", "10.16.1.0/24"],
        ["private", "eu-central-1c", "10.16.2.0/24"],
        ["isolated", "eu-central-1a", "10.16.4.0/24"],
        ["isolated", "eu-central-1b", "10.16.5.0/24"],
        ["isolated", "eu-central-1c", "10.16.6.0/24"],
        ["endpoint", "eu-central-1a", "10.16.8.0/24"],
        ["endpoint", "eu-central-1b", "10.16.9.0/24"],
        ["endpoint", "eu-central-1c", "10.16.10.0/24"],
      ],
    );
  });

  it("stay where they are when a zone is added", () => {
    const two = planSubnets("10.16.0.0/16", "eu-central-1", ["a", "b"]);
    const three = planSubnets("10.16.0.0/16", "eu-central-1", ["a", "b", "c"]);
    assert.deepEqual(
      three.filter(({ zone }) => zone !== "c"),
      two,
    );
  });
});

describe("network ACLs", () => {
  const rows = (kind: "private" | "isolated" | "endpoint") =>
    Object.entries(networkAclEntries(kind, "10.16.0.0/16")).map(([name, entry]) => [
      name,
      entry.egress ? "out" : "in",
      entry.ruleNumber,
      entry.protocol,
      entry.cidrBlock,
      entry.fromPort,
      entry.toPort,
    ]);

  it("keep workloads inside the VPC, but for S3", () => {
    const expected = [
      ["from-vpc", "in", 100, "-1", "10.16.0.0/16", 0, 0],
      ["s3-answers-low", "in", 110, "tcp", "0.0.0.0/0", 1024, 3388],
      ["s3-answers-high", "in", 120, "tcp", "0.0.0.0/0", 3390, 65535],
      ["to-vpc", "out", 100, "-1", "10.16.0.0/16", 0, 0],
      ["s3-requests", "out", 110, "tcp", "0.0.0.0/0", 443, 443],
    ];
    assert.deepEqual(rows("private"), expected);
    assert.deepEqual(rows("isolated"), expected);
  });

  it("let nothing but HTTPS to endpoints, and their answers", () => {
    assert.deepEqual(rows("endpoint"), [
      ["requests-from-vpc", "in", 100, "tcp", "10.16.0.0/16", 443, 443],
      ["answers-to-vpc", "out", 100, "tcp", "10.16.0.0/16", 1024, 65535],
    ]);
  });
});

describe("the network of an environment", () => {
  it("has no gateway, no route out, and no public address", async () => {
    for (const stack of ["dev", "staging", "prod"]) {
      const { resources } = await recordStack(stack);
      const types = new Set(resources.map(({ type }) => type));
      for (const type of [
        "aws:ec2/internetGateway:InternetGateway",
        "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
        "aws:ec2/natGateway:NatGateway",
        "aws:ec2/route:Route",
        "aws:ec2/eip:Eip",
        "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
      ]) {
        assert.ok(!types.has(type), `${stack} has a ${type}`);
      }
      const subnets = resources.filter(({ type }) => type === "aws:ec2/subnet:Subnet");
      assert.ok(subnets.length > 0);
      assert.deepEqual([...new Set(subnets.map(({ inputs }) => inputs["mapPublicIpOnLaunch"]))], [false]);
      const tables = resources.filter(({ type }) => type === "aws:ec2/routeTable:RouteTable");
      assert.deepEqual(
        tables.filter(({ inputs }) => inputs["routes"] !== undefined),
        [],
      );
    }
  });

  it("empties what AWS gives the VPC: security group, network ACL and route table", async () => {
    const recording = await recordStack("dev");
    const group = byName(recording, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup")["dev-default"];
    const acl = byName(recording, "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl")["dev-default"];
    const table = byName(recording, "aws:ec2/defaultRouteTable:DefaultRouteTable")["dev-default"];
    assert.deepEqual([group?.inputs["ingress"], group?.inputs["egress"]], [[], []]);
    assert.deepEqual([acl?.inputs["ingress"], acl?.inputs["egress"]], [[], []]);
    assert.deepEqual(table?.inputs["routes"], []);
  });

  it("gives every subnet, the teams' too, a network ACL and a route table of its own choice", async () => {
    const recording = await recordStack("staging");
    const subnets = Object.values(byName(recording, "aws:ec2/subnet:Subnet")).map(({ id }) => id);
    for (const type of [
      "aws:ec2/networkAclAssociation:NetworkAclAssociation",
      "aws:ec2/routeTableAssociation:RouteTableAssociation",
    ]) {
      const associated = Object.values(byName(recording, type)).map(({ inputs }) => inputs["subnetId"]);
      assert.deepEqual(associated.sort(), [...subnets].sort());
    }
  });

  it("spans as many zones as the tier says, and no ranges overlap", async () => {
    for (const [stack, zones] of [
      ["dev", 2],
      ["prod", 3],
    ] as const) {
      const recording = await recordStack(stack);
      const subnets = Object.values(byName(recording, "aws:ec2/subnet:Subnet"));
      assert.equal(new Set(subnets.map(({ inputs }) => inputs["availabilityZone"])).size, zones);
      const ranges = subnets
        .map(({ inputs }) => rangeOf(String(inputs["cidrBlock"])))
        .sort((a, b) => a[0] - b[0]);
      ranges.slice(1).forEach(([first], index) => {
        const [, last] = ranges[index] ?? [0, 0];
        assert.ok(first > last, `${stack}: ${first} is inside another subnet`);
      });
    }
  });
});

function rangeOf(cidr: string): [first: number, last: number] {
  const [address = "", prefix = "32"] = cidr.split("/");
  const first = address.split(".").reduce((value, octet) => value * 256 + Number(octet), 0);
  return [first, first + 2 ** (32 - Number(prefix)) - 1];
}
