import {
  deferred,
  type Finding,
  mustBe,
  type ResourceControl,
  type Subject,
  UNSET,
  type Verdict,
  violation,
} from "../../core";

const RULE_GROUP = "aws:networkfirewall/ruleGroup:RuleGroup";
const FORWARD = "aws:forward_to_sfe";
const DROP = /^aws:drop_(strict|established|established_app_layer)$/;

/** https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-evaluation-order.html */
export const nfwDefaultDeny: ResourceControl = {
  kind: "resource",
  name: "nfw-default-deny",
  description:
    "A firewall policy hands every packet to the stateful engine, judges in strict order, and drops what no rule passes; no group of stateless rules is empty.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "With its own defaults Network Firewall passes what no rule names: an allow-list that drops nothing.",
  fix: {
    text: "Forward to the stateful engine, order strictly, and drop by default.",
    code: `firewallPolicy: {
  statelessDefaultActions: ["aws:forward_to_sfe"],
  statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
  statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
  statefulDefaultActions: ["aws:drop_established", "aws:alert_established"],
  statefulRuleGroupReferences: [{ priority: 1, resourceArn: allowedDomains.arn }],
},`,
  },
  frameworks: {
    nist: ["AC-4", "SC-7"],
    fsbp: ["NetworkFirewall.3", "NetworkFirewall.4", "NetworkFirewall.5", "NetworkFirewall.6"],
  },
  types: ["aws:networkfirewall/firewallPolicy:FirewallPolicy", RULE_GROUP],
  check: (subject) => (subject.type === RULE_GROUP ? judgeGroup(subject) : judgePolicy(subject)),
};

function judgePolicy(policy: Subject): readonly Finding[] {
  return [
    ...judgeStateless(policy, "firewallPolicy.statelessDefaultActions"),
    ...judgeStateless(policy, "firewallPolicy.statelessFragmentDefaultActions"),
    ...mustBe(
      policy,
      "firewallPolicy.statefulEngineOptions.ruleOrder",
      (order) => order === "STRICT_ORDER",
      '"STRICT_ORDER"',
    ),
    ...judgeStateful(policy),
    ...judgeRuleGroups(policy),
  ];
}

/** A group of stateless rules without any looks like a protection, and hands everything to the default action. */
function judgeGroup(group: Subject): Verdict {
  const type = group.properties.get("type");
  const mayBeStateless = type.state === "unknown" || (type.state === "known" && type.value === "STATELESS");
  if (!mayBeStateless) return "not-applicable";
  const property = "ruleGroup.rulesSource.statelessRulesAndCustomActions.statelessRules";
  const rules = group.properties.list(property);
  if (rules.state === "known" && rules.value.length > 0) return [];
  if (rules.state === "unknown" || type.state === "unknown") return [deferred(group, property)];
  return [
    violation(group, property, rules.state === "unset" ? rules : "no rules", "rules, or no such group"),
  ];
}

/** Dropping is as good as forwarding; a custom action may stand beside either. */
function judgeStateless(policy: Subject, property: string): readonly Finding[] {
  const actions = textsOf(policy, property);
  if (actions === "unknown") return [deferred(policy, property)];
  return actions.some((action) => action === FORWARD || action === "aws:drop")
    ? []
    : [violation(policy, property, policy.properties.get(property), `["${FORWARD}"]`)];
}

function judgeStateful(policy: Subject): readonly Finding[] {
  const property = "firewallPolicy.statefulDefaultActions";
  const actions = textsOf(policy, property);
  if (actions === "unknown") return [deferred(policy, property)];
  return actions.some((action) => DROP.test(action))
    ? []
    : [
        violation(
          policy,
          property,
          policy.properties.get(property),
          '"aws:drop_strict" or "aws:drop_established"',
        ),
      ];
}

function judgeRuleGroups(policy: Subject): readonly Finding[] {
  const properties = ["stateful", "stateless"].map((kind) => `firewallPolicy.${kind}RuleGroupReferences`);
  const lists = properties.map((property) => policy.properties.list(property));
  const some = lists.some(
    (list) => list.state === "unknown" || (list.state === "known" && list.value.length > 0),
  );
  return some
    ? []
    : [violation(policy, properties[0] ?? "firewallPolicy", UNSET, "rule groups that say what may pass")];
}

/** The texts of a list; none of an absent one. */
function textsOf(policy: Subject, property: string): readonly string[] | "unknown" {
  const list = policy.properties.list(property);
  if (list.state === "unset") return [];
  if (list.state === "unknown" || list.value.some(({ value }) => value.state === "unknown")) return "unknown";
  return list.value.map(({ value }) => (value.state === "known" ? String(value.value) : ""));
}
