import { prodNoNatBypass as control } from "../../../policy-pack/controls/reachability/prod-no-nat-bypass";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { association, model, network, route, subnet, vpc } from "./network";

const nat = declare("ec2/natGateway:NatGateway", "nat", { subnetId: ref(subnet) });
const found = ["scoring (sagemaker/model): vpcConfig"];

describe("prod-no-nat-bypass", () => {
  it("passes a default route to a firewall endpoint or a transit gateway, or none", () => {
    passes(control, network(model));
    passes(control, network(model, route({ vpcEndpointId: "vpce-0a1" })));
    passes(control, network(model, route({ transitGatewayId: "tgw-0a1" })));
  });

  it("passes private addresses by way of a NAT gateway", () => {
    passes(
      control,
      network(model, nat, route({ natGatewayId: ref(nat), destinationCidrBlock: "10.8.0.0/16" })),
    );
  });

  it("refuses a route straight to a NAT gateway, a NAT instance, or out by IPv6", () => {
    violates(control, network(model, nat, route({ natGatewayId: ref(nat) })), found);
    violates(control, network(model, route({ networkInterfaceId: "eni-0a1" })), found);
    const ipv6 = { destinationCidrBlock: undefined, destinationIpv6CidrBlock: "::/0" };
    violates(control, network(model, route({ ...ipv6, egressOnlyGatewayId: "eigw-0a1" })), found);
  });

  it("sees half of the internet, one public range, and a prefix list", () => {
    for (const destinationCidrBlock of ["0.0.0.0/1", "128.0.0.0/1", "52.0.0.0/12"]) {
      violates(control, network(model, nat, route({ natGatewayId: ref(nat), destinationCidrBlock })), found);
    }
    const list = declare("ec2/managedPrefixList:ManagedPrefixList", "world", {
      entries: [{ cidr: "0.0.0.0/0" }],
    });
    const byList = {
      natGatewayId: ref(nat),
      destinationCidrBlock: undefined,
      destinationPrefixListId: ref(list),
    };
    violates(control, network(model, nat, list, route(byList)), found);
  });

  it("sees a prefix list whose entries stand beside it, and trusts none of somebody else", () => {
    const list = declare("ec2/managedPrefixList:ManagedPrefixList", "world");
    const entry = declare("ec2/managedPrefixListEntry:ManagedPrefixListEntry", "all", {
      prefixListId: ref(list),
      cidr: "0.0.0.0/0",
    });
    const byList = (destinationPrefixListId: unknown) =>
      route({ natGatewayId: ref(nat), destinationCidrBlock: undefined, destinationPrefixListId });
    violates(control, network(model, nat, list, entry, byList(ref(list))), found);
    violates(control, network(model, nat, byList("pl-0123456789abcdef0")), found);
    passes(control, network(model, nat, list, byList(ref(list))));
  });

  it("waits for routes of which nothing is known", () => {
    const hidden = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    const table = declare("ec2/routeTable:RouteTable", "rtb", { vpcId: ref(vpc), routes: hidden });
    defers(control, [vpc, subnet, table, association, model], found, found);
  });

  it("leaves the subnets alone in which nothing runs", () => {
    notApplicable(control, network(nat, route({ natGatewayId: ref(nat) })));
  });
});
