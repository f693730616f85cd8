import { type AddressRange, addressesOf, holds, merged, sizeOf, without } from "./cidr";

const ranges = (...cidrs: readonly string[]): readonly AddressRange[] =>
  cidrs.flatMap((cidr) => addressesOf(cidr) ?? []);

/**
 * Addresses that are nobody's on the internet: private use, shared by carriers, loopback, link-local, multicast and
 * reserved ones. https://www.iana.org/assignments/iana-ipv4-special-registry and .../iana-ipv6-special-registry
 */
const NOT_PUBLIC = ranges(
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
  "::/3",
  "4000::/2",
  "8000::/1",
);

/** IPv6 addresses behind which a NAT gateway finds all of IPv4: https://www.rfc-editor.org/rfc/rfc6052 */
const NAT64 = ranges("64:ff9b::/96");

/** From how many public addresses on a set of ranges is the world: a /8 of IPv4, a /16 of IPv6. */
const WORLD = { ipv4: 1n << 24n, ipv6: 1n << 112n } as const;

/** The public addresses among ranges. IPv6 is public within 2000::/3, the global unicast block. */
export function publicPart(all: readonly AddressRange[]): readonly AddressRange[] {
  return without(merged(all.map(translated)), NOT_PUBLIC);
}

/** A range within NAT64's as the IPv4 addresses that it stands for. */
function translated(range: AddressRange): AddressRange {
  const [nat64] = NAT64;
  if (nat64 === undefined || !holds(nat64, range)) return range;
  return { family: "ipv4", first: range.first - nat64.first, last: range.last - nat64.first };
}

/**
 * Whether CIDRs together hold so much of the internet that they let in, or reach, anyone: 0.0.0.0/0, both its
 * halves, and any mixture that is as good. One that is no CIDR counts as nothing; AWS refuses it.
 */
export function coversWorld(cidrs: readonly string[]): boolean {
  const open = publicPart(ranges(...cidrs));
  return (["ipv4", "ipv6"] as const).some((family) => {
    const size = open.filter((each) => each.family === family).reduce((sum, each) => sum + sizeOf(each), 0n);
    return size >= WORLD[family];
  });
}

/** Whether a CIDR holds public addresses at all. */
export function reachesPublic(cidr: string): boolean {
  return publicPart(ranges(cidr)).length > 0;
}
