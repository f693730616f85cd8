import type { ServiceFacts } from "../resource-facts";

/** AWS Network Firewall. */
export const NETWORK_FIREWALL: ServiceFacts = {
  "aws:networkfirewall/firewall:Firewall": {
    id: "arn:{partition}:network-firewall:{region}:{account}:firewall/{name}",
    arn: "{id}",
    outputs: { updateToken: "{uuid}" },
    unique: "account",
  },
  "aws:networkfirewall/firewallPolicy:FirewallPolicy": {
    id: "arn:{partition}:network-firewall:{region}:{account}:firewall-policy/{name}",
    arn: "{id}",
    outputs: { updateToken: "{uuid}" },
    unique: "account",
  },
  "aws:networkfirewall/ruleGroup:RuleGroup": {
    id: "arn:{partition}:network-firewall:{region}:{account}:stateful-rulegroup/{name}",
    arn: "{id}",
    outputs: { updateToken: "{uuid}" },
    unique: "account",
  },
  "aws:networkfirewall/loggingConfiguration:LoggingConfiguration": { id: "{firewallArn}" },
};
