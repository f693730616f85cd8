import type { Graph } from "../contract/subject";
import { reachesPublic, coversWorld } from "./world";
import { shareAPort } from "./ports";
import { prefixListCidrs } from "./prefix-list";
import type { SecurityGroupRule } from "./security-group-rule";

/** A CIDR of a rule that is open to the world, by itself or together with others of its group. */
export interface WorldDestination {
  readonly rule: SecurityGroupRule;
  readonly property: string;
  readonly cidr: string;
  /** The CIDRs that make up the world together, where no single one does. */
  readonly together: readonly string[];
}

interface KnownDestination {
  readonly rule: SecurityGroupRule;
  readonly property: string;
  readonly cidr: string;
}

/**
 * The rules through which a group is open to the world. Rules of one group add up when they open the same port:
 * 0.0.0.0/1 in one and 128.0.0.0/1 in another are 0.0.0.0/0.
 */
export function worldDestinations(
  graph: Graph,
  rules: readonly SecurityGroupRule[],
): readonly WorldDestination[] {
  const known = rules.flatMap((rule) => knownDestinations(graph, rule));
  const alone = known.filter(({ cidr }) => coversWorld([cidr]));
  const rest = known.filter(({ cidr }) => !coversWorld([cidr]) && reachesPublic(cidr));
  const joined = rest.flatMap((each) => {
    const others = rest.filter(
      (o) => o.rule.group === each.rule.group && shareAPort(o.rule.ports, each.rule.ports),
    );
    const together = [...new Set(others.map(({ cidr }) => cidr))];
    return coversWorld(together) ? [{ ...each, together }] : [];
  });
  return [...alone.map((each) => ({ ...each, together: [] })), ...joined];
}

function knownDestinations(graph: Graph, rule: SecurityGroupRule): readonly KnownDestination[] {
  return [...rule.cidrs, ...prefixListCidrs(graph, rule)].flatMap(({ property, value }) =>
    value.state === "known" && typeof value.value === "string" ? [{ rule, property, cidr: value.value }] : [],
  );
}
