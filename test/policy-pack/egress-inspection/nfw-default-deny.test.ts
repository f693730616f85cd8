import { nfwDefaultDeny as control } from "../../../policy-pack/controls/egress-inspection/nfw-default-deny";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const group = declare("networkfirewall/ruleGroup:RuleGroup", "domains");
const policy = (parts: object = {}) =>
  declare("networkfirewall/firewallPolicy:FirewallPolicy", "egress", {
    firewallPolicy: {
      statelessDefaultActions: ["aws:forward_to_sfe"],
      statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
      statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
      statefulDefaultActions: ["aws:drop_established", "aws:alert_established"],
      statefulRuleGroupReferences: [{ priority: 1, resourceArn: ref(group, "arn") }],
      ...parts,
    },
  });
const at = (name: string) => [`egress (networkfirewall/firewallPolicy): firewallPolicy.${name}`];

describe("nfw-default-deny", () => {
  it("passes a policy that forwards, orders strictly and drops", () => {
    passes(control, [group, policy()]);
    passes(control, [
      group,
      policy({ statelessDefaultActions: ["aws:drop", "count"], statefulDefaultActions: ["aws:drop_strict"] }),
    ]);
  });

  it("refuses to pass packets, whole or in fragments", () => {
    for (const name of ["statelessDefaultActions", "statelessFragmentDefaultActions"]) {
      violates(control, [group, policy({ [name]: ["aws:pass"] })], at(name));
      violates(control, [group, policy({ [name]: undefined })], at(name));
    }
  });

  it("refuses the default order and defaults that drop nothing", () => {
    violates(
      control,
      [group, policy({ statefulEngineOptions: undefined })],
      at("statefulEngineOptions.ruleOrder"),
    );
    const byAction = { statefulEngineOptions: { ruleOrder: "DEFAULT_ACTION_ORDER" } };
    violates(control, [group, policy(byAction)], at("statefulEngineOptions.ruleOrder"));
    violates(control, [group, policy({ statefulDefaultActions: undefined })], at("statefulDefaultActions"));
    const alerts = { statefulDefaultActions: ["aws:alert_strict"] };
    violates(control, [group, policy(alerts)], at("statefulDefaultActions"));
  });

  it("refuses a policy without rule groups", () => {
    violates(control, [policy({ statefulRuleGroupReferences: [] })], at("statefulRuleGroupReferences"));
  });

  it("refuses a group of stateless rules without any", () => {
    const stateless = (statelessRules: unknown, type: unknown = "STATELESS") =>
      declare("networkfirewall/ruleGroup:RuleGroup", "first", {
        type,
        ruleGroup: { rulesSource: { statelessRulesAndCustomActions: { statelessRules } } },
      });
    const line = [
      "first (networkfirewall/ruleGroup): ruleGroup.rulesSource.statelessRulesAndCustomActions.statelessRules",
    ];
    const rule = { priority: 1, ruleDefinition: { actions: ["aws:drop"], matchAttributes: {} } };
    passes(control, [stateless([rule])]);
    violates(control, [stateless([])], line);
    violates(control, [declare("networkfirewall/ruleGroup:RuleGroup", "first", { type: "STATELESS" })], line);
    const maker = declare("sqs/queue:Queue", "q", { none: [], type: "STATELESS" });
    defers(control, [maker, stateless(ref(maker, "none"))], line, line);
    defers(control, [maker, stateless([], ref(maker, "type"))], line, line);
  });

  it("has nothing to judge without a policy", () => notApplicable(control, [group]));
});
