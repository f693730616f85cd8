import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { judgeEach } from "../judge-each";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const OLDER = ["aws:ec2/securityGroupRule:SecurityGroupRule"];
const NEWER = [
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
];
const REQUIRED = "all of the group's rules in one way: resources of their own, or all inline";

/**
 * Each of the three ways takes away the rules that the others have made.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_security_group_ingress_rule
 */
export const sgNoMixedRuleManagement: GraphControl = {
  kind: "graph",
  name: "sg-no-mixed-rule-management",
  description: "The rules of a security group are declared in one way: inline, or as resources of one kind.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Rules declared in two ways take each other away with every update: what was reviewed is not what is in force.",
  fix: {
    text: "Declare every rule as a SecurityGroupIngressRule or SecurityGroupEgressRule, and none inline.",
    code: `const group = new ec2.SecurityGroup("training", { vpcId: vpc.id });
new vpc.SecurityGroupEgressRule("training-endpoints", { securityGroupId: group.id, ... });`,
  },
  frameworks: { nist: ["CM-2", "CM-6"] },
  check: (graph) => judgeEach(graph.byType(GROUP, DEFAULT_GROUP), (group) => judgeGroup(graph, group)),
};

function judgeGroup(graph: Graph, group: Node): readonly Finding[] {
  const older = graph.pointingTo(group, "securityGroupId", ...OLDER);
  const newer = graph.pointingTo(group, "securityGroupId", ...NEWER);
  const [separate] = [...older, ...newer];
  if (separate === undefined) return [];
  const mixed = older[0] !== undefined && newer[0] !== undefined ? [mixture(older[0], newer[0])] : [];
  return [
    ...(["ingress", "egress"] as const).flatMap((side) => judgeInline(group, side, separate)),
    ...mixed,
  ];
}

function judgeInline(group: Node, side: "ingress" | "egress", separate: Node): readonly Finding[] {
  const rules = group.properties.list(side);
  // A default group that is taken over keeps no rule that is not inline, and so takes away every other one.
  const takesAll = group.type === DEFAULT_GROUP && side === "ingress" && rules.state !== "unknown";
  if (rules.state === "unknown") return [deferred(group, side)];
  if (!takesAll && (rules.state === "unset" || rules.value.length === 0)) return [];
  return [violation(group, side, `inline rules, and ${separate.name} beside them`, REQUIRED)];
}

function mixture(older: Node, newer: Node): Finding {
  return violation(older, "securityGroupId", `a group that ${newer.name} gives rules to as well`, REQUIRED);
}
