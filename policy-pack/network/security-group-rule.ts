import type { Graph, Node, Properties } from "../contract/subject";
import type { Value } from "../contract/value";
import { join } from "../core/path";
import { rememberingFor } from "../core/remembering";
import { type Ports, portsOf } from "./ports";

export type Direction = "ingress" | "egress";

/** A CIDR of a rule, and the property that holds it. */
export interface Destination {
  readonly property: string;
  readonly value: Value;
}

/** One rule of a security group, whichever of the three ways it was written in. */
export interface SecurityGroupRule {
  /** The resource that holds the rule. */
  readonly node: Node;
  /** The group that it belongs to: a URN, an id, or for a rule whose group cannot be told its own URN. */
  readonly group: string;
  readonly direction: Direction;
  /** Where the rule stands: `ingress[0]`, or empty for a rule that is a resource of its own. */
  readonly at: string;
  readonly ports: Ports;
  readonly cidrs: readonly Destination[];
  readonly prefixLists: readonly Destination[];
  /** Groups that it names, itself included. */
  readonly groups: readonly Destination[];
  readonly description: Value;
}

const INLINE = ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"];
const STANDALONE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const SINGLE: Readonly<Record<Direction, string>> = {
  ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
};

/** Properties that hold lists of rules and are known only after deployment. */
export interface UnknownRules {
  readonly node: Node;
  readonly property: string;
}

/** The rules of a stack in one direction. */
export interface RulesOfStack {
  readonly rules: readonly SecurityGroupRule[];
  /** Where rules cannot be told yet. */
  readonly unknown: readonly UnknownRules[];
}

/** Every rule of a stack in one direction, read once for all the controls that ask. */
export function securityGroupRules(graph: Graph, direction: Direction): RulesOfStack {
  return RULES[direction](graph);
}

const RULES: Readonly<Record<Direction, (graph: Graph) => RulesOfStack>> = {
  ingress: rememberingFor((graph: Graph) => readRules(graph, "ingress")),
  egress: rememberingFor((graph: Graph) => readRules(graph, "egress")),
};

/** The rules that are resources of their own, by the group that they belong to. */
export function separateRules(graph: Graph, group: string): readonly SecurityGroupRule[] {
  return SEPARATE(graph).get(group) ?? [];
}

const SEPARATE = rememberingFor((graph: Graph): ReadonlyMap<string, readonly SecurityGroupRule[]> => {
  const all = [...RULES.ingress(graph).rules, ...RULES.egress(graph).rules].filter(({ at }) => at === "");
  const byGroup = new Map<string, SecurityGroupRule[]>();
  for (const rule of all) {
    const others = byGroup.get(rule.group);
    if (others === undefined) byGroup.set(rule.group, [rule]);
    else others.push(rule);
  }
  return byGroup;
});

function readRules(graph: Graph, direction: Direction): RulesOfStack {
  const rules: SecurityGroupRule[] = [];
  const unknown: UnknownRules[] = [];
  for (const node of graph.byType(...INLINE)) {
    const list = node.properties.list(direction);
    if (list.state === "unknown") unknown.push({ node, property: direction });
    for (const { path, value, properties } of list.state === "known" ? list.value : []) {
      if (value.state === "unknown") unknown.push({ node, property: path });
      else rules.push(blockRule(node, node.urn, direction, path, properties));
    }
  }
  for (const node of graph.byType(STANDALONE)) {
    const type = node.properties.get("type");
    if (type.state === "unknown") unknown.push({ node, property: "type" });
    if (type.state !== "known" || type.value !== direction) continue;
    rules.push(blockRule(node, groupOf(node), direction, "", node.properties));
  }
  return {
    rules: [...rules, ...graph.byType(SINGLE[direction]).map((node) => singleRule(node, direction))],
    unknown,
  };
}

/** A rule with lists: inline, or a SecurityGroupRule. */
function blockRule(
  node: Node,
  group: string,
  direction: Direction,
  at: string,
  properties: Properties,
): SecurityGroupRule {
  const many = (name: string) => destinations(properties, at, name);
  const self = properties.get("self");
  return {
    node,
    group,
    direction,
    at,
    ports: portsOf(properties.get("protocol"), properties.get("fromPort"), properties.get("toPort")),
    cidrs: [...many("cidrBlocks"), ...many("ipv6CidrBlocks")],
    prefixLists: many("prefixListIds"),
    groups: [
      ...many("securityGroups"),
      ...one(properties, at, "sourceSecurityGroupId"),
      ...(self.state === "known" && self.value !== true ? [] : one(properties, at, "self")),
    ],
    description: properties.get("description"),
  };
}

/** A rule with one destination: a SecurityGroupIngressRule or SecurityGroupEgressRule. */
function singleRule(node: Node, direction: Direction): SecurityGroupRule {
  const { properties } = node;
  return {
    node,
    group: groupOf(node),
    direction,
    at: "",
    ports: portsOf(properties.get("ipProtocol"), properties.get("fromPort"), properties.get("toPort")),
    cidrs: [...one(properties, "", "cidrIpv4"), ...one(properties, "", "cidrIpv6")],
    prefixLists: one(properties, "", "prefixListId"),
    groups: one(properties, "", "referencedSecurityGroupId"),
    description: properties.get("description"),
  };
}

/** The group of a rule that is a resource of its own: by its edge, by its id, or alone when neither is known. */
function groupOf(node: Node): string {
  const id = node.properties.get("securityGroupId");
  const sources = node.references("securityGroupId");
  const byEdge = (sources.find(({ type }) => INLINE.includes(type)) ?? sources[0])?.urn;
  return byEdge ?? (id.state === "known" && typeof id.value === "string" ? id.value : node.urn);
}

function one(properties: Properties, at: string, name: string): readonly Destination[] {
  const value = properties.get(name);
  return value.state === "unset" ? [] : [{ property: join(at, name), value }];
}

function destinations(properties: Properties, at: string, name: string): readonly Destination[] {
  const list = properties.list(name);
  if (list.state === "unset") return [];
  if (list.state === "unknown") return [{ property: join(at, name), value: list }];
  return list.value.map((element, index) => ({
    property: join(join(at, name), index),
    value: element.value,
  }));
}
