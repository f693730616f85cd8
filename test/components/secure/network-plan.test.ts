import assert from "node:assert/strict";
import fc from "fast-check";
import ipaddr from "ipaddr.js";
import {
  CORE_SUBNETS,
  coreSubnetCidr,
  NETWORK_SLOTS,
  NetworkPlanError,
  teamSubnetCidr,
} from "../../../components/secure";

const VPC = "10.16.0.0/16";

describe("network plan", () => {
  it("gives the platform the first /20 in /24s", () => {
    assert.equal(CORE_SUBNETS, 16);
    assert.equal(coreSubnetCidr(VPC, 0), "10.16.0.0/24");
    assert.equal(coreSubnetCidr(VPC, 15), "10.16.15.0/24");
  });

  it("gives each slot a /23 behind it, and each zone of the slot a /25", () => {
    assert.equal(NETWORK_SLOTS, 120);
    assert.equal(teamSubnetCidr(VPC, 0, 0), "10.16.16.0/25");
    assert.equal(teamSubnetCidr(VPC, 0, 1), "10.16.16.128/25");
    assert.equal(teamSubnetCidr(VPC, 0, 2), "10.16.17.0/25");
    assert.equal(teamSubnetCidr(VPC, 1, 0), "10.16.18.0/25");
    assert.equal(teamSubnetCidr(VPC, 119, 3), "10.16.255.128/25");
  });

  it("works in a range above 127.0.0.0, and in one that is not written from its first address", () => {
    assert.equal(teamSubnetCidr("192.168.0.0/16", 1, 2), "192.168.19.0/25");
    assert.equal(coreSubnetCidr("10.16.3.4/16", 1), "10.16.1.0/24");
  });

  it("refuses places that do not exist", () => {
    assert.throws(
      () => teamSubnetCidr(VPC, 120, 0),
      new NetworkPlanError("There is no network slot 120: they go from 0 to 119."),
    );
    assert.throws(
      () => teamSubnetCidr(VPC, -1, 0),
      new NetworkPlanError("There is no network slot -1: they go from 0 to 119."),
    );
    assert.throws(
      () => teamSubnetCidr(VPC, 1.5, 0),
      new NetworkPlanError("There is no network slot 1.5: they go from 0 to 119."),
    );
    assert.throws(
      () => teamSubnetCidr(VPC, 0, 4),
      new NetworkPlanError("There is no zone 4: they go from 0 to 3."),
    );
    assert.throws(
      () => coreSubnetCidr(VPC, 16),
      new NetworkPlanError("There is no core subnet 16: they go from 0 to 15."),
    );
    assert.throws(
      () => teamSubnetCidr("10.16.0.0/17", 0, 0),
      new NetworkPlanError("The VPC's range must be a /16, but is 10.16.0.0/17."),
    );
  });

  it("keeps all subnets of a VPC inside it and apart from each other", () => {
    const core = Array.from({ length: CORE_SUBNETS }, (_, index) => coreSubnetCidr(VPC, index));
    const teams = Array.from({ length: NETWORK_SLOTS }, (_, slot) =>
      [0, 1, 2, 3].map((zone) => teamSubnetCidr(VPC, slot, zone)),
    ).flat();
    const ranges = [...core, ...teams].map(rangeOf).sort((a, b) => a.first - b.first);
    ranges.forEach((range, i) =>
      assert.equal(range.first, i === 0 ? rangeOf(VPC).first : (ranges[i - 1]?.last ?? 0) + 1),
    );
    assert.equal(ranges.at(-1)?.last, rangeOf(VPC).last);
  });

  it("holds for every VPC", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(octet, octet, fc.nat(119), fc.nat(3), (a, b, slot, zone) => {
        const vpc = `${a}.${b}.0.0/16`;
        const subnet = rangeOf(teamSubnetCidr(vpc, slot, zone));
        assert.ok(subnet.first >= rangeOf(vpc).first + 4096 && subnet.last <= rangeOf(vpc).last);
        assert.equal(subnet.last - subnet.first + 1, 128);
        assert.equal(subnet.first % 128, 0);
      }),
    );
  });
});

function rangeOf(cidr: string): { first: number; last: number } {
  const number = (address: ipaddr.IPv4) =>
    address.toByteArray().reduce((value, byte) => value * 256 + byte, 0);
  return {
    first: number(ipaddr.IPv4.networkAddressFromCIDR(cidr)),
    last: number(ipaddr.IPv4.broadcastAddressFromCIDR(cidr)),
  };
}
