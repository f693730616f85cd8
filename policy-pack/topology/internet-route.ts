import type { Graph, Node } from "../contract/subject";
import { pointedAtFrom } from "../core/inner-references";
import { shown } from "../core/shown";

const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const MAIN_ASSOCIATION = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
const ROUTE = "aws:ec2/route:Route";
const TABLES = ["aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable"] as const;
const GATEWAY = "aws:ec2/internetGateway:InternetGateway";

/**
 * The way from a subnet straight to the internet: its route table, the route, and the internet gateway. Undefined
 * for a private subnet, which has none; a way through a NAT gateway or a firewall is no way straight.
 */
export function internetRoute(graph: Graph, subnet: Node): readonly string[] | undefined {
  for (const table of routeTablesOf(graph, subnet)) {
    const route = routeInside(graph, table) ?? routeBeside(graph, table);
    if (route !== undefined) return [`subnet ${subnet.name}`, table.name, ...route];
  }
  return undefined;
}

/**
 * The tables that a subnet is associated with; without one, the main table of its VPC. A VPC stands for its main table
 * where that is no resource of its own, and routes name it by the VPC's `mainRouteTableId`.
 */
export function routeTablesOf(graph: Graph, subnet: Node): readonly Node[] {
  const tablesAt = (association: Node) => pointedAtFrom(graph, association, ["routeTableId"], ...TABLES);
  const own = graph.pointingTo(subnet, "subnetId", ASSOCIATION).flatMap(tablesAt);
  if (own.length > 0) return own;
  return pointedAtFrom(graph, subnet, ["vpcId"], "aws:ec2/vpc:Vpc").flatMap((vpc) => [
    ...graph.pointingTo(vpc, "vpcId", MAIN_ASSOCIATION).flatMap(tablesAt),
    ...graph.pointingTo(vpc, "defaultRouteTableId", ...TABLES),
    ...(graph.pointingTo(vpc, "routeTableId", ROUTE).length > 0 ? [vpc] : []),
  ]);
}

/** Routes that are written inside the table. */
function routeInside(graph: Graph, table: Node): readonly string[] | undefined {
  const routes = table.properties.list("routes");
  if (routes.state !== "known") return undefined;
  for (const { value, properties } of routes.value) {
    if (value.state !== "known") continue;
    const gateway = properties.get("gatewayId");
    const named = gateway.state === "known" && /^igw-/.test(String(gateway.value));
    const byEdge =
      gateway.state === "unknown" && table.references("routes").some((one) => one.type === GATEWAY);
    const byId = gateway.state === "known" && graph.identifiedBy(String(gateway.value), GATEWAY).length > 0;
    if (named || byEdge || byId) return [shown(properties.get("cidrBlock")), "internet gateway"];
  }
  return undefined;
}

/** Routes that are resources of their own. */
function routeBeside(graph: Graph, table: Node): readonly string[] | undefined {
  for (const route of graph.pointingTo(table, "routeTableId", ROUTE)) {
    const gateway = route.properties.get("gatewayId");
    const named = gateway.state === "known" && /^igw-/.test(String(gateway.value));
    const found = pointedAtFrom(graph, route, ["gatewayId"], GATEWAY)[0];
    if (found === undefined && !named) continue;
    return [shown(route.properties.get("destinationCidrBlock")), found?.name ?? shown(gateway)];
  }
  return undefined;
}
