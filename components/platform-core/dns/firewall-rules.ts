/** What DNS Firewall does with a question, in the words of `route53.ResolverFirewallRule`. */
export interface FirewallRule {
  /** Rules are tried from the lowest on; the first that fits decides. */
  readonly priority: number;
  readonly action: "ALLOW" | "BLOCK";
  /** The domains that the rule is about, by the name of their list. */
  readonly domains?: DomainListName;
  /** The way of using DNS for something else that the rule looks for. */
  readonly dnsThreatProtection?: "DGA" | "DICTIONARY_DGA" | "DNS_TUNNELING";
}

export type DomainListName = "allowed" | "all";

/**
 * An allow-list. Whatever it leaves out is blocked in any case: the rules on threats only decide what the log calls
 * it, so that a tunnel stands out among mistyped names.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-actions.html
 */
export const FIREWALL_RULES: Readonly<Record<string, FirewallRule>> = {
  allowed: { priority: 100, action: "ALLOW", domains: "allowed" },
  tunneling: { priority: 200, action: "BLOCK", dnsThreatProtection: "DNS_TUNNELING" },
  "generated-names": { priority: 210, action: "BLOCK", dnsThreatProtection: "DGA" },
  "generated-words": { priority: 220, action: "BLOCK", dnsThreatProtection: "DICTIONARY_DGA" },
  others: { priority: 900, action: "BLOCK", domains: "all" },
};
