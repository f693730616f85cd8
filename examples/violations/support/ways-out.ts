import * as ec2 from "@pulumi/aws/ec2";
import * as route53 from "@pulumi/aws/route53";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { PARTITION } from "./account";

/** What keeps data from leaving a VPC without a route: no names that carry it, and no internet gateway that leads out. */
export function closeWaysOut(vpc: ec2.Vpc, options: CustomResourceOptions): void {
  new ec2.VpcBlockPublicAccessOptions("closed", { internetGatewayBlockMode: "block-bidirectional" }, options);
  const group = new route53.ResolverFirewallRuleGroup("dns", {}, options);
  new route53.ResolverFirewallRule(
    "dns-tunnels",
    {
      firewallRuleGroupId: group.id,
      priority: 1,
      action: "BLOCK",
      blockResponse: "NODATA",
      dnsThreatProtection: "DNS_TUNNELING",
      confidenceThreshold: "MEDIUM",
    },
    options,
  );
  new route53.ResolverFirewallRuleGroupAssociation(
    "dns",
    { firewallRuleGroupId: group.id, vpcId: vpc.id, priority: 101, mutationProtection: "ENABLED" },
    options,
  );
  const log = new route53.ResolverQueryLogConfig(
    "dns",
    { destinationArn: `arn:${PARTITION}:s3:::acme-dns-logs-222222222222` },
    options,
  );
  new route53.ResolverQueryLogConfigAssociation(
    "dns",
    { resolverQueryLogConfigId: log.id, resourceId: vpc.id },
    options,
  );
}
