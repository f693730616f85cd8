import { IPv4, parseCIDR } from "ipaddr.js";
import type { Draft } from "../draft";
import { formatPath } from "../path";
import type { Problem } from "../problem";

/** The private ranges of RFC 1918, the only ones that a VPC here may use. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

interface Network {
  readonly account: string;
  readonly path: string;
  readonly cidr: string;
  /** The range as 32-bit numbers, both ends inside. */
  readonly first: number;
  readonly last: number;
}

/** Every account's range is a private /16, written by its first address, and overlaps with no other. */
export function networks({ company }: Draft): Problem[] {
  const workloads = Object.entries(company?.accounts.workloads ?? {});
  const problems: Problem[] = [];
  const good: Network[] = [];
  for (const [account, { cidr }] of workloads) {
    const path = formatPath(["mlplatform:company", "accounts", "workloads", account, "cidr"]);
    const fault = faultOf(cidr);
    if (fault !== undefined) problems.push({ path, found: `"${cidr}"`, ...fault });
    else good.push({ account, path, cidr, ...endsOf(cidr) });
  }
  return [...problems, ...overlaps(good)];
}

function faultOf(cidr: string): Pick<Problem, "expected" | "fix"> | undefined {
  if (!IPv4.isValidCIDRFourPartDecimal(cidr)) {
    return {
      expected: "four numbers from 0 to 255 and a prefix length",
      fix: "Write a range such as 10.16.0.0/16.",
    };
  }
  const [address, prefix] = parseCIDR(cidr);
  if (prefix !== 16)
    return { expected: "a /16", fix: "End the range in /16: subnets are laid out for that size." };
  const canonical = `${IPv4.networkAddressFromCIDR(cidr).toString()}/16`;
  if (canonical !== cidr)
    return { expected: `the range's first address, ${canonical}`, fix: `Write ${canonical}.` };
  if (!PRIVATE.some((range) => address.match(parseCIDR(range)))) {
    return {
      expected: `a private range (${PRIVATE.join(", ")})`,
      fix: "Choose a range that RFC 1918 keeps private.",
    };
  }
  return undefined;
}

function endsOf(cidr: string): Pick<Network, "first" | "last"> {
  const number = (address: IPv4) => address.octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return {
    first: number(IPv4.networkAddressFromCIDR(cidr)),
    last: number(IPv4.broadcastAddressFromCIDR(cidr)),
  };
}

function overlaps(all: readonly Network[]): Problem[] {
  return all.flatMap((network, index) => {
    const other = all
      .slice(0, index)
      .find(({ first, last }) => network.first <= last && first <= network.last);
    if (other === undefined) return [];
    return [
      {
        path: network.path,
        found: `"${network.cidr}", which overlaps with ${other.cidr} of the account "${other.account}"`,
        expected: "a range that no other account uses",
        fix: "Choose another range for one of the two accounts.",
      },
    ];
  });
}
