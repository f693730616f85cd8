import { vpcDefaultSgClosed as control } from "../../../policy-pack/controls/network/vpc-default-sg-closed";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const vpc = declare("ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
const other = declare("ec2/vpc:Vpc", "other", { cidrBlock: "10.1.0.0/16" });
const closed = (props: object = {}, of = vpc) =>
  declare("ec2/defaultSecurityGroup:DefaultSecurityGroup", "closed", { vpcId: ref(of), ...props });

describe("vpc-default-sg-closed", () => {
  it("passes a default group without rules", () => {
    passes(control, [vpc, closed()]);
    passes(control, [vpc, closed({ ingress: [], egress: [] })]);
  });

  it("wants one for each VPC", () => {
    violates(control, [vpc], ["main (ec2/vpc): defaultSecurityGroup"]);
    violates(control, [vpc, other, closed({}, other)], ["main (ec2/vpc): defaultSecurityGroup"]);
  });

  it("refuses rules in it, and the default VPC", () => {
    const rules = [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }];
    violates(
      control,
      [vpc, closed({ ingress: rules, egress: rules })],
      ["closed (ec2/defaultSecurityGroup): egress", "closed (ec2/defaultSecurityGroup): ingress"],
    );
    violates(control, [declare("ec2/defaultVpc:DefaultVpc", "d")], ["d (ec2/defaultVpc): "]);
    violates(control, [declare("ec2/defaultSubnet:DefaultSubnet", "d")], ["d (ec2/defaultSubnet): "]);
  });

  it("refuses rules beside it, by the group and by the VPC", () => {
    const group = closed();
    const rule = (type: string, securityGroupId: unknown, props: object = {}) =>
      declare(type, "rule", { securityGroupId, ...props });
    const single = rule("vpc/securityGroupEgressRule:SecurityGroupEgressRule", ref(group));
    violates(control, [vpc, group, single], ["rule (vpc/securityGroupEgressRule): securityGroupId"]);
    const older = rule("ec2/securityGroupRule:SecurityGroupRule", ref(vpc, "defaultSecurityGroupId"), {
      type: "ingress",
    });
    violates(control, [vpc, group, older], ["rule (ec2/securityGroupRule): securityGroupId"]);
    const elsewhere = rule("vpc/securityGroupEgressRule:SecurityGroupEgressRule", "sg-0a1b2c3d");
    passes(control, [vpc, group, elsewhere]);
  });

  it("has nothing to judge without a VPC", () => notApplicable(control, [declare("ec2/subnet:Subnet", "s")]));
});
