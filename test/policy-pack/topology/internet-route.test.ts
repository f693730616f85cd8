import assert from "node:assert/strict";
import { graphOf } from "../../../policy-pack/core/graph";
import { internetRoute } from "../../../policy-pack/topology/internet-route";
import { realise } from "../support/realise";
import { type Declared, declare, ref, urnOf } from "../support/resources";

const vpc = declare("ec2/vpc:Vpc", "vpc");
const gateway = declare("ec2/internetGateway:InternetGateway", "igw", { vpcId: ref(vpc) });
const subnet = declare("ec2/subnet:Subnet", "a", { vpcId: ref(vpc) });
const table = declare("ec2/routeTable:RouteTable", "rtb", { vpcId: ref(vpc) });
const association = declare("ec2/routeTableAssociation:RouteTableAssociation", "as", {
  subnetId: ref(subnet),
  routeTableId: ref(table),
});
const route = (target: object) =>
  declare("ec2/route:Route", "r", { routeTableId: ref(table), destinationCidrBlock: "0.0.0.0/0", ...target });
const toGateway = route({ gatewayId: ref(gateway) });
const PATH = ["subnet a", "rtb", '"0.0.0.0/0"', "igw"];

function expectRoute(resources: readonly Declared[], expected: readonly string[] | undefined): void {
  for (const mode of ["known", "unknown"] as const) {
    const graph = graphOf(realise(resources, mode));
    const node = graph.byUrn(urnOf(subnet));
    assert.ok(node);
    assert.deepEqual(internetRoute(graph, node), expected, mode);
  }
}

describe("the way from a subnet to the internet", () => {
  it("is found through a route of its own", () => {
    expectRoute([vpc, gateway, subnet, table, association, toGateway], PATH);
  });

  it("is found through a route inside the table", () => {
    const inside = declare("ec2/routeTable:RouteTable", "rtb", {
      routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref(gateway) }],
    });
    const joined = declare("ec2/routeTableAssociation:RouteTableAssociation", "as", {
      subnetId: ref(subnet),
      routeTableId: ref(inside),
    });
    expectRoute([vpc, gateway, subnet, inside, joined], PATH);
  });

  it("is found through a route that names the VPC's main table by the VPC", () => {
    for (const output of ["mainRouteTableId", "defaultRouteTableId"]) {
      const routeTableId = ref(vpc, output);
      const onMain = declare("ec2/route:Route", "r", {
        routeTableId,
        destinationCidrBlock: "0.0.0.0/0",
        gatewayId: ref(gateway),
      });
      expectRoute([vpc, gateway, subnet, onMain], ["subnet a", "vpc", '"0.0.0.0/0"', "igw"]);
      expectRoute([vpc, gateway, subnet, onMain, table, association], undefined);
    }
  });

  it("is found through the VPC's main table, where the subnet has none of its own", () => {
    const main = declare("ec2/mainRouteTableAssociation:MainRouteTableAssociation", "main", {
      vpcId: ref(vpc),
      routeTableId: ref(table),
    });
    expectRoute([vpc, gateway, subnet, table, main, toGateway], PATH);
    const byDefault = declare("ec2/defaultRouteTable:DefaultRouteTable", "rtb", {
      defaultRouteTableId: ref(vpc, "defaultRouteTableId"),
    });
    const beside = declare("ec2/route:Route", "r", {
      routeTableId: ref(byDefault),
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: ref(gateway),
    });
    const graph = graphOf(realise([vpc, gateway, subnet, byDefault, beside], "unknown"));
    const node = graph.byUrn(urnOf(subnet));
    assert.ok(node);
    assert.deepEqual(internetRoute(graph, node), PATH);
  });

  it("is found where one resource names the main table and another the VPC", () => {
    const byDefault = declare("ec2/defaultRouteTable:DefaultRouteTable", "rtb", {
      defaultRouteTableId: ref(vpc, "defaultRouteTableId"),
    });
    const joined = (target: object) =>
      declare("ec2/routeTableAssociation:RouteTableAssociation", "as", {
        subnetId: ref(subnet),
        routeTableId: target,
      });
    const onMain = declare("ec2/route:Route", "r", {
      routeTableId: ref(vpc, "mainRouteTableId"),
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: ref(gateway),
    });
    const path = ["subnet a", "vpc", '"0.0.0.0/0"', "igw"];
    expectRoute([vpc, gateway, subnet, byDefault, joined(ref(byDefault)), onMain], path);
    expectRoute([vpc, gateway, subnet, joined(ref(vpc, "mainRouteTableId")), onMain], path);
    expectRoute([vpc, gateway, subnet, byDefault, joined(ref(byDefault))], undefined);
  });

  it("is there by default in the account's default VPC, until a table of the stack takes over", () => {
    const defaultVpc = declare("ec2/defaultVpc:DefaultVpc", "default");
    const inside = declare("ec2/subnet:Subnet", "a", { vpcId: ref(defaultVpc) });
    expectRoute([defaultVpc, inside], ["subnet a", "a", '"0.0.0.0/0"', "internet gateway"]);
    const adopted = declare("ec2/defaultRouteTable:DefaultRouteTable", "rtb", {
      defaultRouteTableId: ref(defaultVpc, "defaultRouteTableId"),
      routes: [],
    });
    const graph = graphOf(realise([defaultVpc, inside, adopted], "unknown"));
    const node = graph.byUrn(urnOf(inside));
    assert.ok(node);
    assert.equal(internetRoute(graph, node), undefined);
  });

  it("is found when the gateway is named by its id", () => {
    expectRoute(
      [vpc, subnet, table, association, route({ gatewayId: "igw-0123" })],
      ["subnet a", "rtb", '"0.0.0.0/0"', '"igw-0123"'],
    );
  });

  it("is not there through a NAT gateway, an endpoint, or another subnet's table", () => {
    expectRoute([vpc, gateway, subnet, table, association, route({ natGatewayId: "nat-1" })], undefined);
    expectRoute([vpc, gateway, subnet, table, association, route({ vpcEndpointId: "vpce-1" })], undefined);
    expectRoute([vpc, gateway, subnet, table, toGateway], undefined);
  });
});
