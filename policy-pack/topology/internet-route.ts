import type { Graph, Node } from "../contract/subject";
import { pointsTo } from "../core/graph";
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

/** The tables that a subnet is associated with; without one, the main table of its VPC. */
function routeTablesOf(graph: Graph, subnet: Node): readonly Node[] {
  const tables = graph.byType(...TABLES);
  const own = graph
    .byType(ASSOCIATION)
    .filter((one) => pointsTo(one, "subnetId", subnet))
    .flatMap((one) => tables.filter((table) => pointsTo(one, "routeTableId", table)));
  if (own.length > 0) return own;
  const vpcs = graph.byType("aws:ec2/vpc:Vpc").filter((vpc) => pointsTo(subnet, "vpcId", vpc));
  const isMainOf = (table: Node, vpc: Node) =>
    pointsTo(table, "defaultRouteTableId", vpc) ||
    graph
      .byType(MAIN_ASSOCIATION)
      .some((one) => pointsTo(one, "vpcId", vpc) && pointsTo(one, "routeTableId", table));
  return tables.filter((table) => vpcs.some((vpc) => isMainOf(table, vpc)));
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
    const byId = graph
      .byType(GATEWAY)
      .some((one) => isId(one, gateway.state === "known" ? gateway.value : undefined));
    if (named || byEdge || byId) return [shown(properties.get("cidrBlock")), "internet gateway"];
  }
  return undefined;
}

/** Routes that are resources of their own. */
function routeBeside(graph: Graph, table: Node): readonly string[] | undefined {
  for (const route of graph.byType(ROUTE).filter((one) => pointsTo(one, "routeTableId", table))) {
    const gateway = route.properties.get("gatewayId");
    const named = gateway.state === "known" && /^igw-/.test(String(gateway.value));
    const found = graph.byType(GATEWAY).find((one) => pointsTo(route, "gatewayId", one));
    if (found === undefined && !named) continue;
    return [shown(route.properties.get("destinationCidrBlock")), found?.name ?? shown(gateway)];
  }
  return undefined;
}

function isId(node: Node, id: unknown): boolean {
  const own = node.properties.get("id");
  return own.state === "known" && own.value === id;
}
