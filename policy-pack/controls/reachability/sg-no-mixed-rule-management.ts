import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { rememberingFor } from "../../core/remembering";
import { portsInWords } from "../../network/ports";
import {
  type Direction,
  securityGroupRules,
  type SecurityGroupRule,
} from "../../network/security-group-rule";
import { judgeEach } from "../judge-each";

const SIDES: readonly Direction[] = ["ingress", "egress"];

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
    code: `const group = new ec2.SecurityGroup("training", { vpcId: network.id });
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
  return [...SIDES.flatMap((side) => judgeInline(graph, group, side, separate)), ...mixed];
}

function judgeInline(graph: Graph, group: Node, side: Direction, separate: Node): readonly Finding[] {
  const rules = group.properties.list(side);
  if (rules.state === "unknown") return [deferred(group, side)];
  // A default group that is taken over keeps no rule that is not inline, and so takes away every other one.
  const takesAll = group.type === DEFAULT_GROUP && side === "ingress";
  return takesAll || hasOwnRules(graph, group, side)
    ? [violation(group, side, `inline rules, and ${separate.name} beside them`, REQUIRED)]
    : [];
}

/** Whether a group has inline rules of its own: once it is refreshed, it repeats those that stand beside it. */
function hasOwnRules(graph: Graph, group: Node, side: Direction): boolean {
  const { inline, separate } = RULES_BY_GROUP[side](graph);
  const own = inline.get(group.urn) ?? [];
  if (own.length === 0) return false;
  const id = group.properties.get("id");
  const names = [group.urn, ...(id.state === "known" ? [String(id.value)] : [])];
  const beside = new Set(names.flatMap((name) => separate.get(name) ?? []).flatMap(parts));
  return own.some((rule) => parts(rule).some((part) => !beside.has(part)));
}

/** The rules that stand in a group, by its URN; and those of their own, by the URN or the id that they name. */
interface RulesByGroup {
  readonly inline: ReadonlyMap<string, readonly SecurityGroupRule[]>;
  readonly separate: ReadonlyMap<string, readonly SecurityGroupRule[]>;
}

const RULES_BY_GROUP: Readonly<Record<Direction, (graph: Graph) => RulesByGroup>> = {
  ingress: rememberingFor((graph: Graph) => byGroup(securityGroupRules(graph, "ingress").rules)),
  egress: rememberingFor((graph: Graph) => byGroup(securityGroupRules(graph, "egress").rules)),
};

function byGroup(rules: readonly SecurityGroupRule[]): RulesByGroup {
  const inline = new Map<string, SecurityGroupRule[]>();
  const separate = new Map<string, SecurityGroupRule[]>();
  for (const rule of rules) {
    const groups = rule.at === "" ? separate : inline;
    const others = groups.get(rule.group);
    if (others === undefined) groups.set(rule.group, [rule]);
    else others.push(rule);
  }
  return { inline, separate };
}

/** What a rule opens, by the destination: AWS puts those of the same ports together. */
function parts({ ports, cidrs, groups, prefixLists }: SecurityGroupRule): readonly string[] {
  const destinations = [...cidrs, ...groups, ...prefixLists];
  const words = destinations.map(({ value }) =>
    value.state === "known" ? String(value.value) : value.state,
  );
  return (words.length === 0 ? [""] : words).map((word) => `${portsInWords(ports)} ${word}`);
}

function mixture(older: Node, newer: Node): Finding {
  return violation(older, "securityGroupId", `a group that ${newer.name} gives rules to as well`, REQUIRED);
}
