import type { Finding, Verdict } from "../contract/control";
import type { Graph } from "../contract/subject";
import { deferred, violation } from "../core/findings";
import { parseUrn } from "../core/urn";
import { portsInWords } from "./ports";
import { prefixListCidrs } from "./prefix-list";
import { type Direction, securityGroupRules, type SecurityGroupRule } from "./security-group-rule";
import { type WorldDestination, worldDestinations } from "./world-rules";

/**
 * Findings for every rule of a stack that is open to the world; what cannot be told yet is deferred.
 * @param allowed Rules that may be open all the same. Default none.
 */
export function judgeWorld(
  graph: Graph,
  direction: Direction,
  required: string,
  allowed: (rule: SecurityGroupRule) => boolean = () => false,
): Verdict {
  const { rules, unknown } = securityGroupRules(graph, direction);
  if (rules.length === 0 && unknown.length === 0) return "not-applicable";
  return [
    ...worldDestinations(graph, rules)
      .filter(({ rule }) => !allowed(rule))
      .map((open) => violationOf(open, required)),
    ...unknown.map(({ node, property }) => deferred(node, property)),
    ...rules.flatMap((rule) =>
      [...rule.cidrs, ...prefixListCidrs(graph, rule)]
        .filter(({ value }) => value.state === "unknown")
        .map(({ property }) => deferred(rule.node, property)),
    ),
  ];
}

function violationOf({ rule, property, cidr, together }: WorldDestination, required: string): Finding {
  const ports = portsInWords(rule.ports);
  const found =
    together.length === 0 ? `${ports}, ${cidr}` : `${ports}, ${cidr}, which with others is the world`;
  const group = parseUrn(rule.group)?.name ?? rule.group;
  return violation(rule.node, property, found, required, {
    finding: `${cidr}:${ports}`,
    ...(together.length === 0 ? {} : { path: [group, ...together] }),
  });
}
