import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  mustBe,
  type Node,
  type Tier,
  violation,
} from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { judgeEach } from "../judge-each";
import { mlVpcs } from "../reachability/ml-vpcs";
import { judgeGroup } from "./dns-rules";

const ASSOCIATION = "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation";
const GROUP = "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup";
const CONFIG = "aws:route53/resolverFirewallConfig:ResolverFirewallConfig";
const QUERY_LOG = "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation";

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html */
export const dnsExfilGuard: GraphControl = {
  kind: "graph",
  name: "dns-exfil-guard",
  description:
    "Every VPC for machine learning has a DNS Firewall that blocks, closed when it fails, and a log of its DNS queries.",
  severity: "high",
  levels: { dev: "disabled", staging: "advisory", prod: "mandatory" },
  why: "The VPC's resolver asks any name server in the world: data leaves in names, from a subnet without any route out.",
  fix: {
    text: "Associate a rule group that blocks with the VPC, and a query log configuration.",
    code: `new route53.ResolverFirewallRule("tunnels", {
  firewallRuleGroupId: group.id, priority: 1, action: "BLOCK", blockResponse: "NODATA",
  dnsThreatProtection: "DNS_TUNNELING", confidenceThreshold: "MEDIUM",
});
new route53.ResolverFirewallRuleGroupAssociation("ml", { firewallRuleGroupId: group.id, vpcId: vpc.id, priority: 101, mutationProtection: "ENABLED" });
new route53.ResolverQueryLogConfigAssociation("ml", { resolverQueryLogConfigId: log.id, resourceId: vpc.id });`,
  },
  frameworks: { nist: ["SC-7(10)", "SI-4"] },
  check: (graph, { tier }) =>
    judgeEach(mlVpcs(graph), (vpc) => [
      ...judgeFirewall(graph, vpc),
      ...graph.pointingTo(vpc, "vpcId", ASSOCIATION).flatMap((node) => judgeProtection(node, tier)),
      ...graph.pointingTo(vpc, "resourceId", CONFIG).flatMap(judgeFailure),
      ...(graph.pointingTo(vpc, "resourceId", QUERY_LOG).length > 0
        ? []
        : [
            violation(
              vpc,
              "resolverQueryLogConfig",
              "no log of DNS queries",
              "a ResolverQueryLogConfigAssociation",
            ),
          ]),
    ]),
};

function judgeFirewall(graph: Graph, vpc: Node): readonly Finding[] {
  const associations = graph.pointingTo(vpc, "vpcId", ASSOCIATION);
  if (associations.length === 0) {
    return [violation(vpc, "resolverFirewall", "no DNS Firewall", "a ResolverFirewallRuleGroupAssociation")];
  }
  // One group that blocks is enough. A group that is not of this stack is judged where it is made.
  const judged = associations.map((association) => {
    const [group] = pointedAtFrom(graph, association, ["firewallRuleGroupId"], GROUP);
    return group === undefined ? [] : judgeGroup(graph, group);
  });
  return judged.some((findings) => findings.length === 0) ? [] : (judged[0] ?? []);
}

/** In prod the association is protected as everything else that holds: unprotected, it goes by one call. */
function judgeProtection(association: Node, tier: Tier): readonly Finding[] {
  if (tier !== "prod") return [];
  return mustBe(association, "mutationProtection", (value) => value === "ENABLED", '"ENABLED"');
}

function judgeFailure(config: Node): readonly Finding[] {
  const open = config.properties.get("firewallFailOpen");
  if (open.state === "unknown") return [deferred(config, "firewallFailOpen")];
  return open.state === "known" && open.value === "ENABLED"
    ? [violation(config, "firewallFailOpen", open, '"DISABLED"')]
    : [];
}
