import type { PolicyStatement } from "@pulumi/aws/iam/documents";
import { exceptDeploymentRole, type GuardrailFacts } from "./statement";

/**
 * Keeps the ways out of a network closed, whatever route, gateway or rule is added by hand: VPC Block Public Access,
 * DNS Firewall and its record of queries, Network Firewall, and the serial console, which goes past every network.
 */
export function denyOpeningNetwork(facts: GuardrailFacts): PolicyStatement {
  return {
    Sid: "DenyOpeningNetwork",
    Effect: "Deny",
    Action: [
      "ec2:CreateVpcBlockPublicAccessExclusion",
      "ec2:EnableSerialConsoleAccess",
      "ec2:ModifyVpcBlockPublicAccessExclusion",
      "ec2:ModifyVpcBlockPublicAccessOptions",
      "network-firewall:AssociateFirewallPolicy",
      "network-firewall:DeleteFirewall",
      "network-firewall:UpdateFirewallDeleteProtection",
      "network-firewall:UpdateFirewallPolicy",
      "network-firewall:UpdateLoggingConfiguration",
      "network-firewall:UpdateRuleGroup",
      "route53resolver:CreateFirewallRule",
      "route53resolver:DeleteFirewallRule",
      "route53resolver:DeleteResolverQueryLogConfig",
      "route53resolver:DisassociateFirewallRuleGroup",
      "route53resolver:DisassociateResolverQueryLogConfig",
      "route53resolver:ImportFirewallDomains",
      "route53resolver:UpdateFirewallConfig",
      "route53resolver:UpdateFirewallDomains",
      "route53resolver:UpdateFirewallRule",
      "route53resolver:UpdateFirewallRuleGroupAssociation",
    ],
    Resource: "*",
    Condition: exceptDeploymentRole(facts),
  };
}
