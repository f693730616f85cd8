import type { Graph, Node, Properties } from "../../core";
import { remembering, rememberingFor } from "../../core/remembering";
import { tagOf } from "../../core/tags";
import { STACK } from "../../core/resource-types";

/** As many tagged resources as it takes to say whose a component is against the word of another one. */
const WITNESSES = 2;
/** And whose a whole stack is, which is told by less than what stands together in a component. */
const WITNESSES_OF_STACK = 10;

/** The team that a resource belongs to, as its tag says; undefined where it has none, or none that is known. */
export function teamOf(node: Node): string | undefined {
  const known = read.get(node.properties);
  if (known !== undefined && known.provider === node.provider) return known.team;
  const { value } = tagOf(node, "Team");
  const team = value.state === "known" && value.value !== "" ? String(value.value) : undefined;
  read.set(node.properties, { provider: node.provider, team });
  return team;
}

/**
 * Every control about teams asks for the team of every resource, which its own tags and its provider's tell. Two
 * graphs that show a resource alike have both in common.
 */
const read = new WeakMap<
  Properties,
  { readonly provider: Properties | undefined; readonly team: string | undefined }
>();

/**
 * The team of what a resource stands in: of the nearest parent that has a tag, or of the nearest component in which
 * every tagged resource is of one team. Undefined where the teams are several, or none is told.
 */
export function componentTeam(graph: Graph, node: Node): string | undefined {
  for (const ancestor of ancestorsOf(graph, node)) {
    const own = teamOf(ancestor);
    if (own !== undefined) return own;
    const teams = [...(teamsWithin(graph).get(ancestor.urn)?.keys() ?? [])];
    if (teams.length > 0) return teams.length === 1 ? teams[0] : undefined;
  }
  return undefined;
}

/** What a resource stands in, and the team that all tagged resources there but one are of. */
export interface Majority {
  /** The name of a component, or `the stack`. */
  readonly within: string;
  readonly team: string;
}

/**
 * The nearest component in which at least two other resources have a team, when these all have the same, or the stack,
 * when ten have; undefined where they do not, so that what belongs to several teams is nobody's.
 */
export function teamOfNeighbours(graph: Graph, node: Node): Majority | undefined {
  const own = teamOf(node);
  const places = ancestorsOf(graph, node).map(({ urn, name }) => ({
    within: name,
    teams: teamsWithin(graph).get(urn),
    witnesses: WITNESSES,
  }));
  const stack = { within: "the stack", teams: teamsOfStack(graph), witnesses: WITNESSES_OF_STACK };
  for (const { within, teams, witnesses } of [...places, stack]) {
    const others = [...(teams ?? [])]
      .map(([team, count]) => ({ team, count: team === own ? count - 1 : count }))
      .filter(({ count }) => count > 0);
    const [first] = others;
    if (others.length > 1) return undefined;
    if (first !== undefined && first.count >= witnesses) return { within, team: first.team };
  }
  return undefined;
}

/** The components that a resource stands in, from the nearest on. */
function ancestorsOf(graph: Graph, node: Node): readonly Node[] {
  return node.parent === undefined ? [] : upwards(graph)(node.parent);
}

/** What stands in the same component has the same ancestors. */
const upwards = rememberingFor((graph: Graph) => {
  const from = remembering((urn): readonly Node[] => {
    const parent = graph.byUrn(urn);
    if (parent === undefined || parent.type === STACK) return [];
    return parent.parent === undefined ? [parent] : [parent, ...from(parent.parent)];
  });
  return from;
});

/** How many resources there are of each team. */
type Teams = ReadonlyMap<string, number>;

const teamsOfStack = rememberingFor((graph: Graph): Teams => {
  const teams = new Map<string, number>();
  for (const node of graph.nodes) {
    const team = teamOf(node);
    if (team !== undefined) teams.set(team, (teams.get(team) ?? 0) + 1);
  }
  return teams;
});

/** The same within each component, by its URN. */
const teamsWithin = rememberingFor((graph: Graph): ReadonlyMap<string, Teams> => {
  const teams = new Map<string, Map<string, number>>();
  for (const node of graph.nodes) {
    const team = teamOf(node);
    if (team === undefined) continue;
    for (const { urn } of ancestorsOf(graph, node)) {
      const within = teams.get(urn) ?? new Map<string, number>();
      within.set(team, (within.get(team) ?? 0) + 1);
      teams.set(urn, within);
    }
  }
  return teams;
});
