import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as route53 from "@pulumi/aws/route53";
import * as company from "../foundation";
import type { Program } from "../program";

const LOGS = "/aws/route53resolver/queries";

/** DNS of a VPC: known bad domains are blocked, queries logged, and the company's names answered by its own servers. */
export const nameFirewall: Program = {
  name: "DNS Firewall, query logs and a forwarding rule",
  sources: [
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html",
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-managed-domain-lists.html",
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html",
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key("names", [company.byLogs(LOGS)], options);
    const logs = new cloudwatch.LogGroup(
      "queries",
      { name: LOGS, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
      options,
    );
    const queries = new route53.ResolverQueryLogConfig("queries", { destinationArn: logs.arn }, options);
    new route53.ResolverQueryLogConfigAssociation(
      "queries",
      { resolverQueryLogConfigId: queries.id, resourceId: company.VPC },
      options,
    );

    const rules = new route53.ResolverFirewallRuleGroup("names", { name: "names" }, options);
    const list = (name: string, domains: string[]) =>
      new route53.ResolverFirewallDomainList(name, { name, domains }, options);
    const block = { action: "BLOCK", blockResponse: "NXDOMAIN", firewallRuleGroupId: rules.id };
    new route53.ResolverFirewallRule(
      "own",
      {
        name: "own",
        action: "ALLOW",
        priority: 10,
        firewallRuleGroupId: rules.id,
        firewallDomainListId: list("own", ["*.acme.example.", `*.${company.REGION}.amazonaws.com.`]).id,
      },
      options,
    );
    new route53.ResolverFirewallRule(
      "rest",
      { ...block, name: "rest", priority: 90, firewallDomainListId: list("rest", ["*."]).id },
      options,
    );
    new route53.ResolverFirewallRule(
      "tunnels",
      {
        ...block,
        name: "tunnels",
        priority: 5,
        dnsThreatProtection: "DNS_TUNNELING",
        confidenceThreshold: "MEDIUM",
      },
      options,
    );
    new route53.ResolverFirewallRuleGroupAssociation(
      "names",
      {
        name: "names",
        firewallRuleGroupId: rules.id,
        vpcId: company.VPC,
        priority: 101,
        mutationProtection: "ENABLED",
      },
      options,
    );
    new route53.ResolverFirewallConfig(
      "names",
      { resourceId: company.VPC, firewallFailOpen: "DISABLED" },
      options,
    );
    new route53.ResolverDnsSecConfig("names", { resourceId: company.VPC }, options);

    const outbound = new route53.ResolverEndpoint(
      "own",
      {
        direction: "OUTBOUND",
        securityGroupIds: ["sg-0fedcba9876543210"],
        ipAddresses: company.PRIVATE_SUBNETS.slice(0, 2).map((subnetId) => ({ subnetId })),
        protocols: ["Do53"],
      },
      options,
    );
    const rule = new route53.ResolverRule(
      "own",
      {
        domainName: "corp.acme.example",
        ruleType: "FORWARD",
        resolverEndpointId: outbound.id,
        targetIps: [{ ip: "10.1.0.53" }, { ip: "10.2.0.53" }],
      },
      options,
    );
    new route53.ResolverRuleAssociation("own", { resolverRuleId: rule.id, vpcId: company.VPC }, options);
    const zone = new route53.Zone(
      "private",
      { name: "shop.acme.internal", vpcs: [{ vpcId: company.VPC }], comment: "Names within the VPC" },
      options,
    );
    new route53.Record(
      "orders",
      {
        zoneId: zone.zoneId,
        name: "orders",
        type: "CNAME",
        ttl: 60,
        records: ["orders-db.shop.acme.internal"],
      },
      options,
    );
  },
};
