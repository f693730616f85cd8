import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import { retentionOf, type Scope, tagsOf } from "../../secure";
import { allowedDomains } from "./allowed-domains";
import { FIREWALL_RULES, type FirewallRule } from "./firewall-rules";

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

    const domainList = (which: string, domains: string[]) =>
      new route53.ResolverFirewallDomainList(`${name}-${which}`, { domains, tags }, child).id;
    const lists = { allowed: domainList("allowed", allowedDomains(scope)), all: domainList("all", ["*"]) };

    const group = new route53.ResolverFirewallRuleGroup(name, { tags }, child);
    const rules = Object.entries(FIREWALL_RULES).map(
      ([rule, { priority, action, ...about }]) =>
        new route53.ResolverFirewallRule(
          `${name}-${rule}`,
          {
            firewallRuleGroupId: group.id,
            priority,
            action,
            ...(action === "BLOCK" ? { blockResponse: "NXDOMAIN" } : {}),
            ...subjectOf(about, lists),
          },
          child,
        ),
    );

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

/** What a rule looks at: domains of a list, or a threat. */
function subjectOf(
  { domains, dnsThreatProtection }: Pick<FirewallRule, "domains" | "dnsThreatProtection">,
  lists: Readonly<Record<string, pulumi.Output<string>>>,
) {
  return domains === undefined
    ? { dnsThreatProtection, confidenceThreshold: "MEDIUM" }
    : {
        firewallDomainListId: lists[domains],
        // S3's names lead on to other names of AWS: to trust a name is to trust where its owner leads.
        ...(domains === "allowed" ? { firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN" } : {}),
      };
}
