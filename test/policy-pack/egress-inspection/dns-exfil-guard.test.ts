import { dnsExfilGuard as control } from "../../../policy-pack/controls/egress-inspection/dns-exfil-guard";
import { declare, type Declared, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { model, network, vpc } from "../reachability/network";

const group = declare("route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup", "guard");
const rule = (action: string) =>
  declare("route53/resolverFirewallRule:ResolverFirewallRule", action, {
    firewallRuleGroupId: ref(group),
    action,
  });
const association = declare(
  "route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation",
  "guard",
  { firewallRuleGroupId: ref(group), vpcId: ref(vpc), priority: 101, mutationProtection: "ENABLED" },
);
const log = declare("route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation", "log", {
  resourceId: ref(vpc),
});
const guarded = (...more: readonly Declared[]) => network(model, group, association, log, ...more);

describe("dns-exfil-guard", () => {
  it("passes a VPC with a firewall that blocks, and a log of queries", () => {
    passes(control, guarded(rule("ALERT"), rule("BLOCK")));
  });

  it("wants both", () => {
    violates(control, network(model), [
      "main (ec2/vpc): resolverFirewall",
      "main (ec2/vpc): resolverQueryLogConfig",
    ]);
  });

  it("refuses a firewall that blocks nothing, or opens when it fails", () => {
    violates(control, guarded(rule("ALERT")), ["guard (route53/resolverFirewallRuleGroup): rules"]);
    const open = declare("route53/resolverFirewallConfig:ResolverFirewallConfig", "config", {
      resourceId: ref(vpc),
      firewallFailOpen: "ENABLED",
    });
    violates(control, guarded(rule("BLOCK"), open), [
      "config (route53/resolverFirewallConfig): firewallFailOpen",
    ]);
  });

  it("refuses a rule that blocks an empty list, or lets every name through", () => {
    const list = (domains: readonly string[] | undefined) =>
      declare("route53/resolverFirewallDomainList:ResolverFirewallDomainList", "list", { domains });
    const ruleOn = (action: string, of: Declared) =>
      declare("route53/resolverFirewallRule:ResolverFirewallRule", "on-list", {
        firewallRuleGroupId: ref(group),
        firewallDomainListId: ref(of),
        action,
      });
    const every = list(["*"]);
    passes(control, guarded(every, ruleOn("BLOCK", every)));
    for (const nothing of [list([]), list(undefined)]) {
      violates(control, guarded(nothing, ruleOn("BLOCK", nothing)), [
        "guard (route53/resolverFirewallRuleGroup): rules",
      ]);
    }
    const named = list(["*.eu-central-1.amazonaws.com"]);
    passes(control, guarded(named, ruleOn("ALLOW", named), rule("BLOCK")));
    for (const name of ["*.com", "*.io."]) {
      const topLevel = list([name]);
      violates(control, guarded(topLevel, ruleOn("ALLOW", topLevel), rule("BLOCK")), [
        "on-list (route53/resolverFirewallRule): action",
      ]);
    }
    violates(control, guarded(every, ruleOn("ALLOW", every), rule("BLOCK")), [
      "on-list (route53/resolverFirewallRule): action",
    ]);
  });

  it("wants the association protected in prod", () => {
    const free = { ...association, props: { ...association.props, mutationProtection: "DISABLED" } };
    const line = "guard (route53/resolverFirewallRuleGroupAssociation): mutationProtection";
    violates(control, network(model, group, free, log, rule("BLOCK")), [line]);
    passes(control, network(model, group, free, log, rule("BLOCK")), { tier: "staging" });
    const unsaid = { ...association, props: { ...association.props, mutationProtection: undefined } };
    violates(control, network(model, group, unsaid, log, rule("BLOCK")), [line]);
  });

  it("judges a VPC that has an endpoint for SageMaker, and no other", () => {
    const endpoint = declare("ec2/vpcEndpoint:VpcEndpoint", "api", {
      vpcId: ref(vpc),
      serviceName: "com.amazonaws.eu-central-1.sagemaker.api",
    });
    violates(control, [vpc, endpoint, log], ["main (ec2/vpc): resolverFirewall"]);
    notApplicable(control, [vpc]);
  });
});
