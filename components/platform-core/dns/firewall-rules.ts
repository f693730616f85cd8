import type { Scope } from "../../secure";
import { allowedDomains } from "./allowed-domains";

/** What DNS Firewall does with questions about some domains, in the words of `route53.ResolverFirewallRule`. */
export interface FirewallRule {
  readonly domains: string[];
  /** Rules are tried from the lowest on; the first that fits decides. */
  readonly priority: number;
  readonly action: "ALLOW" | "BLOCK";
  readonly blockResponse?: "NXDOMAIN";
  readonly firewallDomainRedirectionAction?: "TRUST_REDIRECTION_DOMAIN";
}

/**
 * An allow-list: what is allowed, then everything else. Rules that look for tunnels or generated names would find
 * nothing that the last one leaves.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-actions.html
 */
export function firewallRules(scope: Pick<Scope, "partition" | "region">): Record<string, FirewallRule> {
  return {
    allowed: {
      domains: allowedDomains(scope),
      priority: 100,
      action: "ALLOW",
      // S3's names lead on to other names of AWS's: who trusts a name trusts where its owner leads.
      firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN",
    },
    others: { domains: ["*"], priority: 900, action: "BLOCK", blockResponse: "NXDOMAIN" },
  };
}
