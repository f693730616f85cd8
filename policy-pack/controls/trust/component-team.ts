import type { Graph, Node, Properties } from "../../core";
import { remembering, rememberingFor } from "../../core/remembering";
import { tagOf } from "../../core/tags";
import { STACK } from "../../core/resource-types";

/** As many tagged resources as it takes to say whose a component is against the word of another one. */
const WITNESSES = 2;

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

/** A component, and the team that all its tagged resources but one are of. */
export interface Majority {
  readonly component: Node;
  readonly team: string;
}

/**
 * The nearest component in which at least two other resources have a team, when these all have the same; undefined
 * where they do not, so that a component of several teams is nobody's.
 */
export function teamOfNeighbours(graph: Graph, node: Node): Majority | undefined {
  const own = teamOf(node);
  for (const component of ancestorsOf(graph, node)) {
    const others = [...(teamsWithin(graph).get(component.urn) ?? [])]
      .map(([team, count]) => ({ team, count: team === own ? count - 1 : count }))
      .filter(({ count }) => count > 0);
    const [first] = others;
    if (others.length > 1) return undefined;
    if (first !== undefined && first.count >= WITNESSES) return { component, team: first.team };
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

/** How many resources of each team there are within each component, by its URN. */
type Teams = ReadonlyMap<string, ReadonlyMap<string, number>>;

const teamsWithin = rememberingFor((graph: Graph): Teams => {
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
