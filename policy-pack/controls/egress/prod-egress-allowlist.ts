import type { Context, Finding, GraphControl } from "../../core";
import { deferred, violation } from "../../core";
import { judgeDestination } from "../../network/egress-destination";
import { isWideTogether } from "../../network/egress-sums";
import { isWithinFabric } from "../../network/fabric-groups";
import { opensEveryPort, portsInWords } from "../../network/ports";
import { prefixListCidrs } from "../../network/prefix-list";
import { securityGroupRules, type SecurityGroupRule } from "../../network/security-group-rule";
import { vpcRanges } from "../../network/vpc-ranges";
import type { Graph } from "../../core";

export const prodEgressAllowlist: GraphControl = {
  name: "prod-egress-allowlist",
  description:
    "Security groups send to endpoints and named peers only: other groups, prefix lists, or CIDRs narrower than the VPC; in dev to port 443 anywhere inside it.",
  severity: "critical",
  levels: { dev: "disabled", staging: "advisory", prod: "mandatory" },
  why: "What a workload may reach is all that whoever takes it over may reach: a list of few names keeps data where it is.",
  fix: {
    text: "Replace the CIDR by the security group or prefix list that it stands for, or by a peer's own few addresses, and name the ports.",
    code: `new vpc.SecurityGroupEgressRule("training-to-s3", {
  securityGroupId: training.id,
  prefixListId: s3Endpoint.prefixListId,
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
  description: "HTTPS to S3 through the gateway endpoint",
});`,
  },
  frameworks: { nist: ["SC-7(5)", "SC-7(10)", "AC-4(21)"] },
  kind: "graph",
  check: (graph, context) => {
    const { rules, unknown } = securityGroupRules(graph, "egress");
    if (rules.length === 0 && unknown.length === 0) return "not-applicable";
    return [
      ...rules.flatMap((rule) => judgeRule(graph, context, rule)),
      ...unknown.map(({ node, property }) => deferred(node, property)),
    ];
  },
};

function judgeRule(graph: Graph, context: Context, rule: SecurityGroupRule): readonly Finding[] {
  const vpc = vpcRanges(graph, rule);
  const destinations = [...rule.cidrs, ...prefixListCidrs(graph, rule)];
  const wideTogether = isWideTogether(graph, rule);
  return [
    ...judgePorts(graph, rule),
    ...destinations.flatMap((each) => judgeDestination(each, rule, vpc, context.tier, wideTogether)),
  ];
}

/** A list of destinations is no list while every port of theirs is open. */
function judgePorts(graph: Graph, rule: SecurityGroupRule): readonly Finding[] {
  const property = rule.at === "" ? portProperty(rule) : `${rule.at}.protocol`;
  if (rule.ports.kind === "unknown") return [deferred(rule.node, property)];
  if (!opensEveryPort(rule.ports)) return [];
  const within = isWithinFabric(graph, rule);
  if (within !== false) return within === true ? [] : [deferred(rule.node, property)];
  const words = portsInWords(rule.ports);
  return [violation(rule.node, property, words, "the ports that are needed", { finding: words })];
}

function portProperty({ node }: SecurityGroupRule): string {
  return node.properties.keys().includes("ipProtocol") ? "ipProtocol" : "protocol";
}
