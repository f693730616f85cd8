import { sgNoWorldEgress as control } from "../../../policy-pack/controls/egress/sg-no-world-egress";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const rule = (props: object) =>
  declare("vpc/securityGroupEgressRule:SecurityGroupEgressRule", "out", {
    securityGroupId: "sg-1",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    ...props,
  });
const FOUND = ["out (vpc/securityGroupEgressRule): cidrIpv4"];

describe("sg-no-world-egress", () => {
  it("passes groups, prefix lists and private addresses", () => {
    passes(control, [rule({ referencedSecurityGroupId: "sg-2" })]);
    passes(control, [rule({ prefixListId: "pl-1" })]);
    passes(control, [rule({ cidrIpv4: "10.0.0.0/16" })]);
  });

  it("refuses the world", () => {
    violates(control, [rule({ cidrIpv4: "0.0.0.0/0", ipProtocol: "-1" })], FOUND);
    violates(control, [rule({ cidrIpv6: "::/0" })], ["out (vpc/securityGroupEgressRule): cidrIpv6"]);
    violates(control, [rule({ cidrIpv6: "64:ff9b::/96" })], ["out (vpc/securityGroupEgressRule): cidrIpv6"]);
    const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];
    violates(
      control,
      [declare("ec2/securityGroup:SecurityGroup", "g", { egress })],
      ["g (ec2/securityGroup): egress[0].cidrBlocks[0]"],
    );
  });

  it("lets HTTPS through the firewall in dev, and nothing else", () => {
    passes(control, [rule({ cidrIpv4: "0.0.0.0/0" })], { tier: "dev" });
    violates(control, [rule({ cidrIpv4: "0.0.0.0/0" })], FOUND, { tier: "staging" });
    violates(control, [rule({ cidrIpv4: "0.0.0.0/0", fromPort: 80 })], FOUND, { tier: "dev" });
    violates(control, [rule({ cidrIpv4: "0.0.0.0/0", ipProtocol: "udp" })], FOUND, { tier: "dev" });
  });

  it("leaves ingress alone", () => {
    notApplicable(control, [
      declare("ec2/securityGroup:SecurityGroup", "g", { ingress: [{ cidrBlocks: ["0.0.0.0/0"] }] }),
    ]);
  });
});
