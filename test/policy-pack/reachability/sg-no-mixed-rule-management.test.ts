import { sgNoMixedRuleManagement as control } from "../../../policy-pack/controls/reachability/sg-no-mixed-rule-management";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const RULE = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] };
const group = (props: Readonly<Record<string, unknown>> = {}) =>
  declare("ec2/securityGroup:SecurityGroup", "training", props);
const older = declare("ec2/securityGroupRule:SecurityGroupRule", "older", {
  type: "egress",
  securityGroupId: ref(group()),
});
const newer = declare("vpc/securityGroupEgressRule:SecurityGroupEgressRule", "newer", {
  securityGroupId: ref(group()),
});

describe("sg-no-mixed-rule-management", () => {
  it("passes a group with rules in one way", () => {
    passes(control, [group({ ingress: [RULE] })]);
    passes(control, [group(), older]);
    passes(control, [group({ ingress: [], egress: [] }), newer]);
    passes(control, [
      group({ ingress: [RULE] }),
      declare(newer.type, "newer", { securityGroupId: "sg-other" }),
    ]);
  });

  it("refuses inline rules beside others, in either direction", () => {
    violates(control, [group({ ingress: [RULE] }), older], ["training (ec2/securityGroup): ingress"]);
    violates(control, [group({ egress: [RULE] }), newer], ["training (ec2/securityGroup): egress"]);
  });

  it("refuses the two kinds of rule for one group", () => {
    violates(control, [group(), older, newer], ["older (ec2/securityGroupRule): securityGroupId"]);
  });

  it("knows the rules that a refreshed group repeats", () => {
    const rule = (cidrIpv4: string) =>
      declare("vpc/securityGroupIngressRule:SecurityGroupIngressRule", cidrIpv4, {
        securityGroupId: ref(group()),
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIpv4,
      });
    const repeated = group({ ingress: [{ ...RULE, cidrBlocks: ["10.0.0.0/16", "10.1.0.0/16"] }] });
    passes(control, [repeated, rule("10.0.0.0/16"), rule("10.1.0.0/16")]);
    violates(control, [repeated, rule("10.0.0.0/16")], ["training (ec2/securityGroup): ingress"]);
  });

  it("refuses any rule beside a default group that is taken over", () => {
    const closed = declare("ec2/defaultSecurityGroup:DefaultSecurityGroup", "closed");
    const rule = declare(newer.type, "newer", { securityGroupId: ref(closed) });
    violates(control, [closed, rule], ["closed (ec2/defaultSecurityGroup): ingress"]);
    passes(control, [closed]);
  });

  it("waits for inline rules that are not known", () => {
    const list = declare("ec2/managedPrefixList:ManagedPrefixList", "list");
    const unknown = group({ ingress: ref(list, "entries") });
    defers(control, [list, unknown, older], ["training (ec2/securityGroup): ingress"], []);
  });

  it("has nothing to judge without a group", () => notApplicable(control, [older]));
});
