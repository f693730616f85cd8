import ipaddr from "ipaddr.js";

/** The first addresses of a VPC, which the platform keeps for its own subnets: a /20. */
const CORE_ADDRESSES = 4096;
/** The addresses of a team's slot: a /23, enough for four zones of a /25 each. */
const SLOT_ADDRESSES = 512;
const TEAM_SUBNET_PREFIX = 25;
const CORE_SUBNET_PREFIX = 24;
const VPC_PREFIX = 16;
/** How many slots fit behind the core's addresses: 0 to 119. */
export const NETWORK_SLOTS = (2 ** (32 - VPC_PREFIX) - CORE_ADDRESSES) / SLOT_ADDRESSES;
/** How many /24 subnets the platform itself can have. */
export const CORE_SUBNETS = CORE_ADDRESSES / 2 ** (32 - CORE_SUBNET_PREFIX);

/** A place in the plan that does not exist: a fault of this program, since the config was validated before. */
export class NetworkPlanError extends Error {}

/**
 * The subnets of the platform itself: /24s in the VPC's first /20.
 * @param vpcCidr The VPC's range, a /16.
 * @param index Which one, 0 to 15.
 * @throws NetworkPlanError when the range is no /16 or the index is out of bounds.
 */
export function coreSubnetCidr(vpcCidr: string, index: number): string {
  demandPlace("core subnet", index, CORE_SUBNETS);
  return cidrAt(vpcCidr, index * 2 ** (32 - CORE_SUBNET_PREFIX), CORE_SUBNET_PREFIX);
}

/**
 * The subnet of one team in one zone: a /25 in the team's slot, which depends on the slot and the zone's place
 * alone, so that no team's range ever moves when others come and go.
 * @param vpcCidr The VPC's range, a /16.
 * @param slot The team's network slot, 0 to 119.
 * @param zoneIndex The zone's place among the environment's zones, 0 to 3.
 * @throws NetworkPlanError when the range is no /16, or slot or zone are out of bounds.
 */
export function teamSubnetCidr(vpcCidr: string, slot: number, zoneIndex: number): string {
  const subnetAddresses = 2 ** (32 - TEAM_SUBNET_PREFIX);
  demandPlace("network slot", slot, NETWORK_SLOTS);
  demandPlace("zone", zoneIndex, SLOT_ADDRESSES / subnetAddresses);
  return cidrAt(
    vpcCidr,
    CORE_ADDRESSES + slot * SLOT_ADDRESSES + zoneIndex * subnetAddresses,
    TEAM_SUBNET_PREFIX,
  );
}

function demandPlace(what: string, index: number, count: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= count) {
    throw new NetworkPlanError(`There is no ${what} ${index}: they go from 0 to ${count - 1}.`);
  }
}

function cidrAt(vpcCidr: string, offset: number, prefix: number): string {
  const [, vpcPrefix] = ipaddr.IPv4.parseCIDR(vpcCidr);
  if (vpcPrefix !== VPC_PREFIX)
    throw new NetworkPlanError(`The VPC's range must be a /${VPC_PREFIX}, but is ${vpcCidr}.`);
  const bytes = ipaddr.IPv4.networkAddressFromCIDR(vpcCidr).toByteArray();
  const first = bytes.reduce((value, byte) => value * 256 + byte, 0) + offset;
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix}`;
}
