import type { Graph, Node } from "../contract/subject";
import { pointedAtFrom } from "../core/inner-references";
import { rememberingFor } from "../core/remembering";
import { leavesNamed } from "../core/walk";
import type { Destination, SecurityGroupRule } from "./security-group-rule";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";

/** Inputs by type that name groups, beside which stands the kind of a network interface, or which always say so. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  "aws:ec2/launchTemplate:LaunchTemplate": ["networkInterfaces", "vpcSecurityGroupIds"],
  "aws:ec2/networkInterface:NetworkInterface": ["securityGroups"],
  "aws:glue/connection:Connection": ["physicalConnectionRequirements"],
};

/**
 * Whether a rule lets a group's members reach each other and nobody else, as AWS demands it on every port of the machines
 * of an Elastic Fabric Adapter, and of Glue's jobs; "unknown" while the kind of their interfaces is.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-start.html
 * https://docs.aws.amazon.com/glue/latest/dg/setup-vpc-for-glue-access.html
 */
export function isWithinFabric(graph: Graph, rule: SecurityGroupRule): boolean | "unknown" {
  const { cidrs, groups, prefixLists } = rule;
  const within =
    cidrs.length + prefixLists.length === 0 &&
    groups.length > 0 &&
    groups.every((named) => isItself(rule, named));
  return within ? (FABRIC_GROUPS(graph).get(rule.group) ?? false) : false;
}

function isItself({ node, group, at }: SecurityGroupRule, { property, value }: Destination): boolean {
  if (value.state === "known" && value.value === true) return true;
  return at === "" && node.references(property).some(({ urn }) => urn === group);
}

/** The groups whose members AWS has reach each other on every port, and those of which it cannot be told yet. */
const FABRIC_GROUPS = rememberingFor((graph: Graph): ReadonlyMap<string, true | "unknown"> => {
  const answers = new Map<string, true | "unknown">();
  for (const node of graph.byType(...Object.keys(MEMBERS))) {
    const answer = isOfFabric(node);
    if (answer === false) continue;
    for (const { urn } of pointedAtFrom(graph, node, MEMBERS[node.type] ?? [], GROUP))
      if (answers.get(urn) !== true) answers.set(urn, answer);
  }
  return answers;
});

function isOfFabric(node: Node): boolean | "unknown" {
  if (node.type === "aws:glue/connection:Connection") return true;
  const kinds = ["interfaceType", "networkInterfaces"].flatMap((input) => {
    const value = node.properties.get(input);
    return value.state === "unknown"
      ? [value]
      : leavesNamed(value, input, ["interfaceType"]).map((leaf) => leaf.value);
  });
  if (kinds.some((kind) => kind.state === "known" && /^efa(-only)?$/.test(String(kind.value)))) return true;
  return kinds.some(({ state }) => state === "unknown") ? "unknown" : false;
}
