import type { Graph, Node } from "../contract/subject";
import { shown } from "../core/shown";
import { routesOfSubnet } from "./routes";

/**
 * The way from a subnet straight to the internet: its route table, the route, and the internet gateway. Undefined
 * for a private subnet, which has none; a way through a NAT gateway or a firewall is no way straight.
 */
export function internetRoute(graph: Graph, subnet: Node): readonly string[] | undefined {
  const route = routesOfSubnet(graph, subnet).find(({ target }) => target === "internet gateway");
  return route === undefined
    ? undefined
    : [
        `subnet ${subnet.name}`,
        route.table.name,
        ...route.destinations.map((destination) => shown(destination)),
        route.targetName,
      ];
}

/** Whether a subnet has a route of which it is not known yet where it leads. */
export function hasUnknownRoute(graph: Graph, subnet: Node): boolean {
  return routesOfSubnet(graph, subnet).some(({ target }) => target === "unknown");
}
