import type { Finding, Graph, GraphControl, Node } from "../../core";
import { deferred, violation } from "../../core";
import { portsInWords } from "../../network/ports";
import { separateRules } from "../../network/security-group-rule";
import { judgeEach } from "../judge-each";

const VPC = "aws:ec2/vpc:Vpc";
const DEFAULT_VPC = "aws:ec2/defaultVpc:DefaultVpc";
const DEFAULT_SUBNET = "aws:ec2/defaultSubnet:DefaultSubnet";
const DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

export const vpcDefaultSgClosed: GraphControl = {
  name: "vpc-default-sg-closed",
  description:
    "Every VPC adopts its default security group and leaves it without rules; the default VPC is not used.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "What is made without a group gets the default one, which lets its members talk to each other and to everywhere.",
  fix: {
    text: "Declare a DefaultSecurityGroup for the VPC, with no ingress and no egress: Pulumi then takes AWS's rules away.",
    code: `new ec2.DefaultSecurityGroup("closed", { vpcId: vpc.id });`,
  },
  frameworks: {
    cis: ["6.5"],
    nist: ["SC-7", "SC-7(5)", "SC-7(11)", "SC-7(12)", "SC-7(21)"],
    fsbp: ["EC2.2"],
    checkov: ["CKV_AWS_148", "CKV2_AWS_12"],
  },
  kind: "graph",
  check: (graph) =>
    judgeEach(graph.byType(VPC, DEFAULT_VPC, DEFAULT_SUBNET, DEFAULT_GROUP), (node) => judge(graph, node)),
};

function judge(graph: Graph, node: Node): readonly Finding[] {
  switch (node.type) {
    case DEFAULT_VPC:
      return [violation(node, "", "the default VPC", "a VPC of your own, without public subnets")];
    case DEFAULT_SUBNET:
      return [
        violation(node, "", "a subnet of the default VPC", "a VPC of your own, without public subnets"),
      ];
    case DEFAULT_GROUP:
      return [
        ...judgeRules(node, "ingress"),
        ...judgeRules(node, "egress"),
        ...judgeRulesBeside(graph, node),
      ];
    default:
      return [...judgeAdoption(graph, node), ...judgeRulesBeside(graph, node)];
  }
}

function judgeAdoption(graph: Graph, vpc: Node): readonly Finding[] {
  if (graph.pointingTo(vpc, "vpcId", DEFAULT_GROUP).length > 0) return [];
  return [violation(vpc, "defaultSecurityGroup", "AWS's own rules", "a DefaultSecurityGroup without rules")];
}

/** Rules of their own, which name the group, or the VPC's `defaultSecurityGroupId`. */
function judgeRulesBeside(graph: Graph, owner: Node): readonly Finding[] {
  return separateRules(graph, owner.urn).map(({ node, ports, direction }) =>
    violation(
      node,
      "securityGroupId",
      `${direction} for ${portsInWords(ports)} in the default group`,
      "no rules in it",
    ),
  );
}

function judgeRules(group: Node, direction: "ingress" | "egress"): readonly Finding[] {
  const rules = group.properties.list(direction);
  if (rules.state === "unknown") return [deferred(group, direction)];
  if (rules.state === "unset" || rules.value.length === 0) return [];
  return [violation(group, direction, `${rules.value.length} rules`, "no rules")];
}
