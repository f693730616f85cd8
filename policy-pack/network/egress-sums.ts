import type { Graph } from "../contract/subject";
import { rememberingFor } from "../core/remembering";
import { type AddressRange, addressesOf, holds, merged, sizeOf } from "./cidr";
import { prefixListCidrs } from "./prefix-list";
import { securityGroupRules, type SecurityGroupRule } from "./security-group-rule";
import { vpcRanges } from "./vpc-ranges";

/** The peers of one group inside its VPC are a quarter of it at most: the subnets of a tier of services. */
const SHARE_OF_VPC = 4n;

/** The most addresses of all peers outside together: a /20, or sixteen /64 of IPv6. */
const OUTSIDE = { ipv4: 1n << 12n, ipv6: 1n << 68n } as const;

/**
 * Whether the destinations of a rule's group, each narrow enough to be a peer, are together as good as everyone: a VPC
 * written as sixteen subnets is the VPC.
 */
export function isWideTogether(graph: Graph, rule: SecurityGroupRule): boolean {
  return WIDE_GROUPS(graph).has(rule.group);
}

const WIDE_GROUPS = rememberingFor((graph: Graph): ReadonlySet<string> => {
  const byGroup = new Map<string, SecurityGroupRule[]>();
  for (const rule of securityGroupRules(graph, "egress").rules) {
    const others = byGroup.get(rule.group);
    if (others === undefined) byGroup.set(rule.group, [rule]);
    else others.push(rule);
  }
  return new Set([...byGroup].filter(([, rules]) => areWide(graph, rules)).map(([group]) => group));
});

function areWide(graph: Graph, rules: readonly SecurityGroupRule[]): boolean {
  const [first] = rules;
  if (first === undefined) return false;
  const vpc = vpcRanges(graph, first);
  const ranges = merged(rules.flatMap((rule) => destinationsOf(graph, rule)));
  const isInside = (range: AddressRange) => vpc.some((own) => holds(own, range));
  const outside = ranges.filter((range) => !isInside(range));
  return (
    vpc.some((own) => sum(ranges.filter((range) => holds(own, range))) * SHARE_OF_VPC > sizeOf(own)) ||
    (["ipv4", "ipv6"] as const).some(
      (family) => sum(outside.filter((range) => range.family === family)) > OUTSIDE[family],
    )
  );
}

function destinationsOf(graph: Graph, rule: SecurityGroupRule): readonly AddressRange[] {
  return [...rule.cidrs, ...prefixListCidrs(graph, rule)].flatMap(({ value }) => {
    const range = value.state === "known" ? addressesOf(String(value.value)) : undefined;
    return range === undefined ? [] : [range];
  });
}

const sum = (ranges: readonly AddressRange[]): bigint =>
  ranges.reduce((total, range) => total + sizeOf(range), 0n);
