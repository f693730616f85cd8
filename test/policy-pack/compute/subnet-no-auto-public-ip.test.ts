import { subnetNoAutoPublicIp as control } from "../../../policy-pack/controls/compute/subnet-no-auto-public-ip";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { privateSubnet, publicSubnet } from "./network-cases";

describe("subnet-no-auto-public-ip", () => {
  it("passes a subnet that hands out nothing", () => {
    passes(control, [privateSubnet]);
    passes(control, [
      declare("ec2/subnet:Subnet", "s", { mapPublicIpOnLaunch: false, assignIpv6AddressOnCreation: false }),
    ]);
    passes(control, [declare("ec2/defaultSubnet:DefaultSubnet", "d", { mapPublicIpOnLaunch: false })]);
  });

  it("finds IPv4 and IPv6 addresses, and a default subnet that is left as it is", () => {
    violates(control, [publicSubnet], ["public (ec2/subnet): mapPublicIpOnLaunch"]);
    violates(
      control,
      [declare("ec2/subnet:Subnet", "s", { assignIpv6AddressOnCreation: true })],
      ["s (ec2/subnet): assignIpv6AddressOnCreation"],
    );
    violates(
      control,
      [declare("ec2/defaultSubnet:DefaultSubnet", "d", {})],
      ["d (ec2/defaultSubnet): mapPublicIpOnLaunch"],
    );
  });

  it("judges nothing else", () => {
    notApplicable(control, [declare("ec2/vpc:Vpc", "vpc")]);
  });
});
