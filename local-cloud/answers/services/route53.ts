import type { ServiceFacts } from "../resource-facts";

/** Zones, records and the resolver's DNS firewall. */
export const ROUTE53: ServiceFacts = {
  "aws:route53/zone:Zone": {
    id: "Z{upper:13}",
    arn: "arn:{partition}:route53:::hostedzone/{id}",
    outputs: {
      zoneId: "{id}",
      primaryNameServer: "ns-1.awsdns-00.com",
      nameServers: ["ns-1.awsdns-00.com", "ns-2.awsdns-00.net"],
    },
  },
  "aws:route53/record:Record": { id: "{zoneId}_{name}_{type}", outputs: { fqdn: "{name}" } },
  "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList": {
    id: "rslvr-fdl-{hex:16}",
    arn: "arn:{partition}:route53resolver:{region}:{account}:firewall-domain-list/{id}",
  },
  "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup": {
    id: "rslvr-frg-{hex:16}",
    arn: "arn:{partition}:route53resolver:{region}:{account}:firewall-rule-group/{id}",
  },
  "aws:route53/resolverFirewallRule:ResolverFirewallRule": {
    id: "{firewallRuleGroupId}:{firewallDomainListId|dnsThreatProtection}",
  },
  "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": {
    id: "rslvr-frgassoc-{hex:16}",
    arn: "arn:{partition}:route53resolver:{region}:{account}:firewall-rule-group-association/{id}",
  },
  "aws:route53/resolverFirewallConfig:ResolverFirewallConfig": { id: "rslvr-fc-{hex:16}" },
  "aws:route53/resolverDnsSecConfig:ResolverDnsSecConfig": {
    id: "rdsc-{hex:16}",
    arn: "arn:{partition}:route53resolver:{region}:{account}:resolver-dnssec-config/{id}",
  },
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": {
    id: "rqlc-{hex:16}",
    arn: "arn:{partition}:route53resolver:{region}:{account}:resolver-query-log-config/{id}",
  },
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": { id: "rqlca-{hex:16}" },
};
