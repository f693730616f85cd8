import type { Finding, Tier } from "../contract/control";
import { deferred, violation } from "../core/findings";
import { type AddressRange, addressesOf, holds, sizeOf } from "./cidr";
import { portsInWords } from "./ports";
import type { Destination, SecurityGroupRule } from "./security-group-rule";
import { reachesPublic } from "./world";

/** A peer inside the VPC is a sixteenth of it at most: a subnet, and no half that makes the whole with another. */
const SHARE_OF_VPC = 16n;

/** The most addresses of a named peer whose VPC is not in the stack: a /24, or a /64 of IPv6. */
const PEER = { ipv4: 1n << 8n, ipv6: 1n << 64n } as const;

/**
 * Whether a tier lets a rule send to a CIDR. In dev port 443 may go anywhere inside the VPC; elsewhere a CIDR must be
 * much narrower than the VPC, since that is no peer but everyone.
 * @param wideTogether Whether what the rule's group sends to is as good as everyone, cut up as it may be.
 */
export function judgeDestination(
  { property, value }: Destination,
  rule: SecurityGroupRule,
  vpc: readonly AddressRange[],
  tier: Tier,
  wideTogether: boolean,
): readonly Finding[] {
  if (value.state === "unknown") return [deferred(rule.node, property)];
  const cidr = value.state === "known" ? String(value.value) : "";
  const range = addressesOf(cidr);
  if (
    range !== undefined &&
    ((isPeer(cidr, range, vpc) && !wideTogether) || (tier === "dev" && isHttpsInside(range, rule, vpc)))
  ) {
    return [];
  }
  const words = portsInWords(rule.ports);
  const required =
    tier === "dev"
      ? "tcp 443 inside the VPC, a security group, a prefix list, or a peer's private addresses"
      : "a security group, a prefix list, or a peer's private addresses, fewer than the VPC's";
  return [violation(rule.node, property, `${words} to ${cidr}`, required, { finding: `${cidr}:${words}` })];
}

function isPeer(cidr: string, range: AddressRange, vpc: readonly AddressRange[]): boolean {
  const own = vpc.find((each) => holds(each, range));
  if (own !== undefined) return sizeOf(range) * SHARE_OF_VPC <= sizeOf(own);
  return !reachesPublic(cidr) && sizeOf(range) <= PEER[range.family];
}

function isHttpsInside(
  range: AddressRange,
  { ports }: SecurityGroupRule,
  vpc: readonly AddressRange[],
): boolean {
  const https = ports.kind === "range" && ports.protocol === "tcp" && ports.from === 443 && ports.to === 443;
  return https && vpc.some((own) => holds(own, range));
}
