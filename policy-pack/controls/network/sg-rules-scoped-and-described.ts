import type { Finding, Graph, GraphControl, Node } from "../../core";
import { rememberingFor } from "../../core/remembering";
import { deferred, isText, join, violation } from "../../core";
import { type AddressRange, addressesOf, merged, sizeOf } from "../../network/cidr";
import { isWithinFabric } from "../../network/fabric-groups";
import { opensEveryPort, opensPort, portsInWords } from "../../network/ports";
import { prefixListCidrs } from "../../network/prefix-list";
import {
  type Destination,
  securityGroupRules,
  type SecurityGroupRule,
} from "../../network/security-group-rule";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";

/** Ports by which machines are administered: SSH, RDP, and WinRM's two. */
const ADMINISTRATION = [22, 3389, 5985, 5986];

/** From how many addresses on a private range is too wide for administration: more than a /20. */
const WIDE = { ipv4: 1n << 12n, ipv6: 1n << 64n } as const;

/** From how many on the ranges of one group are too wide together: four of them. */
const WIDE_TOGETHER = { ipv4: 4n * WIDE.ipv4, ipv6: 4n * WIDE.ipv6 } as const;

export const sgRulesScopedAndDescribed: GraphControl = {
  name: "sg-rules-scoped-and-described",
  description:
    "Security groups and their rules say what they are for, name their ports, and let nobody administer from wide ranges.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "A rule that nobody can explain is never taken away, and one for every port allows what nobody thought of.",
  fix: {
    text: "Describe the group and each rule, name the ports, and use Session Manager instead of SSH.",
    code: `new vpc.SecurityGroupIngressRule("https-from-notebooks", {
  securityGroupId: endpoints.id, referencedSecurityGroupId: notebooks.id,
  ipProtocol: "tcp", fromPort: 443, toPort: 443, description: "HTTPS from the notebooks",
});`,
  },
  frameworks: { nist: ["SC-7", "AC-4"], checkov: ["CKV_AWS_23"] },
  kind: "graph",
  check: (graph) => {
    const groups = graph.byType(GROUP);
    const both = [securityGroupRules(graph, "ingress"), securityGroupRules(graph, "egress")];
    const rules = both.flatMap((each) => each.rules);
    const unknown = both.flatMap((each) => each.unknown);
    if (groups.length + rules.length + unknown.length === 0) return "not-applicable";
    return [
      ...groups.flatMap(judgeGroup),
      ...rules.flatMap((rule) => judgeRule(graph, rule)),
      ...unknown.map(({ node, property }) => deferred(node, property)),
    ];
  },
};

function judgeGroup(group: Node): readonly Finding[] {
  const description = group.properties.get("description");
  // Pulumi writes "Managed by Pulumi" where nothing is said.
  const says =
    description.state === "known" && isText(description.value) && description.value !== "Managed by Pulumi";
  if (says || description.state === "unknown") return [];
  return [violation(group, "description", description, "what the group is for")];
}

function judgeRule(graph: Graph, rule: SecurityGroupRule): readonly Finding[] {
  return [...judgeDescription(rule), ...judgePorts(graph, rule), ...judgeAdministration(graph, rule)];
}

function judgeDescription({ node, at, description }: SecurityGroupRule): readonly Finding[] {
  if (description.state === "unknown" || (description.state === "known" && isText(description.value)))
    return [];
  return [violation(node, join(at, "description"), description, "what the rule is for")];
}

function judgePorts(graph: Graph, rule: SecurityGroupRule): readonly Finding[] {
  const { node, at, ports } = rule;
  const single = node.properties.keys().includes("ipProtocol");
  const property = join(at, single ? "ipProtocol" : "protocol");
  if (ports.kind === "unknown") return [deferred(node, property)];
  if (!opensEveryPort(ports)) return [];
  const within = isWithinFabric(graph, rule);
  if (within !== false) return within === true ? [] : [deferred(node, property)];
  return [
    violation(node, property, portsInWords(ports), "the ports that are needed", {
      finding: portsInWords(ports),
    }),
  ];
}

function judgeAdministration(graph: Graph, rule: SecurityGroupRule): readonly Finding[] {
  const port = administered(rule);
  if (rule.direction === "egress" || port === undefined) return [];
  const areWide = TOO_WIDE_TOGETHER(graph).has(rule.group);
  const late = prefixListCidrs(graph, rule).filter(({ value }) => value.state === "unknown");
  if (late.length > 0) return late.map(({ property }) => deferred(rule.node, property));
  return sourcesOf(graph, rule).flatMap(({ property, value }) => {
    const range = value.state === "known" ? addressesOf(String(value.value)) : undefined;
    if (range === undefined || (!areWide && sizeOf(range) <= WIDE[range.family])) return [];
    const required = `fewer addresses for port ${port}: a /20 at most, and four of them in a group`;
    return [violation(rule.node, property, value, required)];
  });
}

const administered = ({ ports }: SecurityGroupRule): number | undefined =>
  ADMINISTRATION.find((each) => opensPort(ports, each));

const sourcesOf = (graph: Graph, rule: SecurityGroupRule): readonly Destination[] => [
  ...rule.cidrs,
  ...prefixListCidrs(graph, rule),
];

/** The groups whose rules for administration let in too many addresses together, cut up as they may be. */
const TOO_WIDE_TOGETHER = rememberingFor((graph: Graph): ReadonlySet<string> => {
  const byGroup = new Map<string, AddressRange[]>();
  for (const rule of securityGroupRules(graph, "ingress").rules) {
    if (administered(rule) === undefined) continue;
    const ranges = byGroup.get(rule.group) ?? [];
    byGroup.set(rule.group, ranges);
    for (const { value } of sourcesOf(graph, rule)) {
      const range = value.state === "known" ? addressesOf(String(value.value)) : undefined;
      if (range !== undefined) ranges.push(range);
    }
  }
  return new Set([...byGroup].filter(([, ranges]) => areTooWide(ranges)).map(([group]) => group));
});

function areTooWide(ranges: readonly AddressRange[]): boolean {
  return (["ipv4", "ipv6"] as const).some((family) => {
    const own = merged(ranges.filter((range) => range.family === family));
    return own.reduce((sum, range) => sum + sizeOf(range), 0n) > WIDE_TOGETHER[family];
  });
}
