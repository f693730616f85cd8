import type { Graph, Node } from "../contract/subject";
import { type AddressRange, addressesOf } from "./cidr";
import type { SecurityGroupRule } from "./security-group-rule";

const VPC = "aws:ec2/vpc:Vpc";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const MORE_CIDRS = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";

/**
 * The addresses of the VPC that a rule's group is in: of that VPC where the way to it is known, else of every VPC
 * of the stack. Empty when the stack has none.
 */
export function vpcRanges(graph: Graph, rule: SecurityGroupRule): readonly AddressRange[] {
  const group = graph.byUrn(rule.group);
  const own = group?.type === GROUP ? group.references("vpcId").filter((node) => node.type === VPC) : [];
  const vpcs = own.length > 0 ? own : graph.byType(VPC);
  return vpcs.flatMap((vpc) => [
    ...range(vpc, "cidrBlock"),
    ...range(vpc, "ipv6CidrBlock"),
    ...graph.pointingTo(vpc, "vpcId", MORE_CIDRS).flatMap((more) => range(more, "cidrBlock")),
  ]);
}

function range(node: Node, property: string): readonly AddressRange[] {
  const value = node.properties.get(property);
  const addresses =
    value.state === "known" && typeof value.value === "string" ? addressesOf(value.value) : undefined;
  return addresses === undefined ? [] : [addresses];
}
