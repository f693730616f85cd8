import type { Graph } from "../contract/subject";
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
 * of an Elastic Fabric Adapter, and of Glue's jobs.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-start.html
 * https://docs.aws.amazon.com/glue/latest/dg/setup-vpc-for-glue-access.html
 */
export function isWithinFabric(graph: Graph, rule: SecurityGroupRule): boolean {
  const { cidrs, groups, prefixLists } = rule;
  return (
    FABRIC_GROUPS(graph).has(rule.group) &&
    cidrs.length + prefixLists.length === 0 &&
    groups.length > 0 &&
    groups.every((named) => isItself(rule, named))
  );
}

function isItself({ node, group, at }: SecurityGroupRule, { property, value }: Destination): boolean {
  if (value.state === "known" && value.value === true) return true;
  return at === "" && node.references(property).some(({ urn }) => urn === group);
}

/** The groups whose members AWS has reach each other on every port. */
const FABRIC_GROUPS = rememberingFor((graph: Graph): ReadonlySet<string> => {
  const members = graph.byType(...Object.keys(MEMBERS)).filter((node) => {
    if (node.type === "aws:glue/connection:Connection") return true;
    const inputs = ["interfaceType", "networkInterfaces"];
    return inputs
      .flatMap((input) => leavesNamed(node.properties.get(input), input, ["interfaceType"]))
      .some(({ value }) => value.state === "known" && /^efa(-only)?$/.test(String(value.value)));
  });
  const groups = members.flatMap((node) => pointedAtFrom(graph, node, MEMBERS[node.type] ?? [], GROUP));
  return new Set(groups.map(({ urn }) => urn));
});
