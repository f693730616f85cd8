import { vpcBlockPublicAccess as control } from "../../../policy-pack/controls/reachability/vpc-block-public-access";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { AT_HOME } from "../identity/cases";

const vpc = declare("ec2/vpc:Vpc", "main", {}, AT_HOME);
const options = (mode = "block-bidirectional", props: object = {}, more: object = AT_HOME) =>
  declare(
    "ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
    "closed",
    { internetGatewayBlockMode: mode, ...props },
    more,
  );

describe("vpc-block-public-access", () => {
  it("passes a VPC whose account and region block both directions", () => {
    passes(control, [vpc, options()]);
  });

  it("wants the switch, for this account and this region", () => {
    const missing = ["main (ec2/vpc): vpcBlockPublicAccessOptions"];
    violates(control, [vpc], missing);
    violates(control, [vpc, options("block-bidirectional", {}, {})], missing);
    violates(control, [vpc, options("block-bidirectional", { region: "eu-west-1" })], missing);
  });

  it("takes inward alone where a NAT gateway of the account leads out", () => {
    const nat = (more: object) => declare("ec2/natGateway:NatGateway", "nat", {}, more);
    passes(control, [vpc, options("block-ingress"), nat(AT_HOME)]);
    const mode = ["closed (ec2/vpcBlockPublicAccessOptions): internetGatewayBlockMode"];
    violates(control, [vpc, options("block-ingress"), nat({})], mode);
    violates(control, [vpc, options("off"), nat(AT_HOME)], mode);
  });

  it("refuses a weaker mode and every exclusion", () => {
    const mode = ["closed (ec2/vpcBlockPublicAccessOptions): internetGatewayBlockMode"];
    violates(control, [vpc, options("block-ingress")], mode);
    violates(control, [options("off")], mode);
    const exclusion = declare("ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion", "web", {
      internetGatewayExclusionMode: "allow-egress",
    });
    violates(
      control,
      [vpc, options(), exclusion],
      ["web (ec2/vpcBlockPublicAccessExclusion): internetGatewayExclusionMode"],
    );
  });

  it("has nothing to judge without a VPC", () => notApplicable(control, [declare("s3/bucket:Bucket", "b")]));
});
