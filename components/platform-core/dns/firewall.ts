import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import { retentionOf, type Scope, tagsOf } from "../../secure";
import { firewallRules } from "./firewall-rules";

/** Before any other group that the account may have: AWS leaves 100 and below to Firewall Manager. */
const FIRST = 101;

export interface DnsFirewallArgs {
  readonly scope: Scope;
  readonly vpcId: pulumi.Input<string>;
}

/**
 * Answers the VPC's questions about AWS's services and its own machines, and no others. Without it, a subnet that
 * has no route out could still send data out, in names that it asks the VPC's resolver for.
 */
export class DnsFirewall extends pulumi.ComponentResource {
  constructor(name: string, args: DnsFirewallArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:platform-core:DnsFirewall", name, {}, opts);
    const { scope, vpcId } = args;
    const child = { parent: this };
    const tags = tagsOf(scope);

    const group = new route53.ResolverFirewallRuleGroup(name, { tags }, child);
    const rules = Object.entries(firewallRules(scope)).map(([rule, { domains, ...decision }]) => {
      const ruleName = `${name}-${rule}`;
      const list = new route53.ResolverFirewallDomainList(ruleName, { domains, tags }, child);
      return new route53.ResolverFirewallRule(
        ruleName,
        { firewallRuleGroupId: group.id, firewallDomainListId: list.id, ...decision },
        child,
      );
    });

    new route53.ResolverFirewallConfig(
      `${name}-closed`,
      { resourceId: vpcId, firewallFailOpen: "DISABLED" },
      child,
    );
    new route53.ResolverFirewallRuleGroupAssociation(
      name,
      {
        firewallRuleGroupId: group.id,
        vpcId,
        priority: FIRST,
        mutationProtection: retentionOf(scope).protect ? "ENABLED" : "DISABLED",
        tags,
      },
      // With some of the rules only, the VPC would be without names that it needs, or with names that it must not have.
      { ...child, dependsOn: rules },
    );

    this.registerOutputs({});
  }
}
