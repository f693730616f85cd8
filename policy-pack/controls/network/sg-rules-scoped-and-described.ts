import type { Finding, GraphControl, Node } from "../../core";
import { deferred, isText, join, violation } from "../../core";
import { addressesOf, sizeOf } from "../../network/cidr";
import { opensEveryPort, opensPort, portsInWords } from "../../network/ports";
import { securityGroupRules, type SecurityGroupRule } from "../../network/security-group-rule";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";

/** Ports by which machines are administered: SSH, RDP, and WinRM's two. */
const ADMINISTRATION = [22, 3389, 5985, 5986];

/** From how many addresses on a private range is too wide for administration: more than a /20. */
const WIDE = { ipv4: 1n << 12n, ipv6: 1n << 64n } as const;

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
      ...rules.flatMap(judgeRule),
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

function judgeRule(rule: SecurityGroupRule): readonly Finding[] {
  return [...judgeDescription(rule), ...judgePorts(rule), ...judgeAdministration(rule)];
}

function judgeDescription({ node, at, description }: SecurityGroupRule): readonly Finding[] {
  if (description.state === "unknown" || (description.state === "known" && isText(description.value)))
    return [];
  return [violation(node, join(at, "description"), description, "what the rule is for")];
}

function judgePorts({ node, at, ports }: SecurityGroupRule): readonly Finding[] {
  const single = node.properties.keys().includes("ipProtocol");
  const property = join(at, single ? "ipProtocol" : "protocol");
  if (ports.kind === "unknown") return [deferred(node, property)];
  if (!opensEveryPort(ports)) return [];
  return [
    violation(node, property, portsInWords(ports), "the ports that are needed", {
      finding: portsInWords(ports),
    }),
  ];
}

function judgeAdministration({ node, direction, ports, cidrs }: SecurityGroupRule): readonly Finding[] {
  const port = ADMINISTRATION.find((each) => opensPort(ports, each));
  if (direction === "egress" || port === undefined) return [];
  return cidrs.flatMap(({ property, value }) => {
    const range = value.state === "known" ? addressesOf(String(value.value)) : undefined;
    if (range === undefined || sizeOf(range) <= WIDE[range.family]) return [];
    return [violation(node, property, value, `fewer addresses for port ${port}: a /20 at most`)];
  });
}
