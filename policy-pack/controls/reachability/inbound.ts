import type { Graph, Node } from "../../core";
import { ingressAclRules, type NetworkAclRule } from "../../network/network-acl-rule";
import { type Ports, portsInWords, shareAPort } from "../../network/ports";
import { securityGroupRules } from "../../network/security-group-rule";
import { coversWorld } from "../../network/world";
import { worldDestinations } from "../../network/world-rules";
import type { Consumer } from "./consumers";

const ACL = "aws:ec2/networkAcl:NetworkAcl";
const ACL_ASSOCIATION = "aws:ec2/networkAclAssociation:NetworkAclAssociation";

/**
 * What lets the internet in to a consumer, once there is a way: a rule of its security groups that is open to the
 * world, and the network ACL of its subnet where that does not stop it. Undefined where it is kept out.
 */
export function letsIn(graph: Graph, consumer: Consumer, subnet: Node): readonly string[] | undefined {
  const groups = new Set(consumer.groups.map(({ urn }) => urn));
  const open = worldDestinations(graph, securityGroupRules(graph, "ingress").rules).filter(({ rule }) =>
    groups.has(rule.group),
  );
  const acls = aclsOf(graph, subnet);
  for (const { rule, cidr } of open) {
    const acl = acls.find((each) => admits(graph, each, rule.ports));
    // Without one of its own a subnet has the VPC's default ACL, which lets everything in unless it is taken over.
    if (acl === undefined && acls.length > 0) continue;
    const group = graph.byUrn(rule.group)?.name ?? rule.group;
    const door = `security group ${group}: ${portsInWords(rule.ports)} from ${cidr}`;
    return acl === undefined ? [door] : [`network ACL ${acl.name}`, door];
  }
  return undefined;
}

function aclsOf(graph: Graph, subnet: Node): readonly Node[] {
  const associated = graph
    .pointingTo(subnet, "subnetId", ACL_ASSOCIATION)
    .flatMap((each) =>
      graph
        .byType(ACL)
        .filter((acl) => graph.pointingTo(acl, "networkAclId", ACL_ASSOCIATION).includes(each)),
    );
  return [...new Set([...associated, ...graph.pointingTo(subnet, "subnetIds", ACL)])];
}

/** Whether an ACL lets the world in at some of the ports. Rules count in the order of their numbers. */
function admits(graph: Graph, acl: Node, ports: Ports): boolean {
  const rules = ingressAclRules(graph)
    .rules.filter((rule) => rule.acl === acl.urn)
    .filter((rule) => isForWorld(rule) && shareAPort(rule.ports, ports))
    .sort((a, b) => a.number - b.number);
  for (const rule of rules) {
    if (rule.allows) return true;
    if (rule.ports.kind === "all" && rule.cidr.state === "known") return false;
  }
  return false;
}

const isForWorld = ({ cidr }: NetworkAclRule): boolean =>
  cidr.state !== "known" || coversWorld([String(cidr.value)]);
