import type { Graph, Node } from "../contract/subject";
import { pointedAtFrom } from "../core/inner-references";

const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const MAIN_ASSOCIATION = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
const DEFAULT_TABLE = "aws:ec2/defaultRouteTable:DefaultRouteTable";
const ROUTE = "aws:ec2/route:Route";
const DEFAULT_VPC = "aws:ec2/defaultVpc:DefaultVpc";
const VPCS = ["aws:ec2/vpc:Vpc", DEFAULT_VPC] as const;

export const ROUTE_TABLES = ["aws:ec2/routeTable:RouteTable", DEFAULT_TABLE] as const;

/**
 * The tables that a subnet is associated with; without one, the main table of its VPC. A VPC stands for its main table
 * where routes name that by the VPC's `mainRouteTableId`.
 */
export function routeTablesOf(graph: Graph, subnet: Node): readonly Node[] {
  const own = graph
    .pointingTo(subnet, "subnetId", ASSOCIATION)
    .flatMap((association) => tablesAt(graph, association));
  if (own.length > 0) return unique(own);
  return unique(vpcsOf(graph, subnet).flatMap((vpc) => mainTablesOf(graph, vpc)));
}

/**
 * Whether a subnet is of the account's default VPC and has no table of the stack: AWS made that VPC's main table, with a
 * route to an internet gateway. https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
 */
export function hasDefaultRoute(graph: Graph, subnet: Node, tables: readonly Node[]): boolean {
  if (tables.some(({ type }) => ROUTE_TABLES.some((one) => one === type))) return false;
  const isDefault = subnet.type === "aws:ec2/defaultSubnet:DefaultSubnet";
  return isDefault || vpcsOf(graph, subnet).some(({ type }) => type === DEFAULT_VPC);
}

function tablesAt(graph: Graph, association: Node): readonly Node[] {
  const tables = pointedAtFrom(graph, association, ["routeTableId"], ...ROUTE_TABLES);
  const vpcs = pointedAtFrom(graph, association, ["routeTableId"], ...VPCS);
  return [
    ...tables.flatMap((table) => [table, ...routesByVpc(graph, table)]),
    ...vpcs.flatMap((vpc) => mainTablesOf(graph, vpc)),
  ];
}

function mainTablesOf(graph: Graph, vpc: Node): readonly Node[] {
  return [
    ...graph
      .pointingTo(vpc, "vpcId", MAIN_ASSOCIATION)
      .flatMap((association) => pointedAtFrom(graph, association, ["routeTableId"], ...ROUTE_TABLES)),
    ...graph.pointingTo(vpc, "defaultRouteTableId", ...ROUTE_TABLES),
    ...(hasRoutes(graph, vpc) ? [vpc] : []),
  ];
}

/** The VPC that stands for a default table too, where some of its routes name the VPC instead. */
function routesByVpc(graph: Graph, table: Node): readonly Node[] {
  if (table.type !== DEFAULT_TABLE) return [];
  return pointedAtFrom(graph, table, ["defaultRouteTableId"], ...VPCS).filter((vpc) => hasRoutes(graph, vpc));
}

const hasRoutes = (graph: Graph, vpc: Node): boolean =>
  graph.pointingTo(vpc, "routeTableId", ROUTE).length > 0;

const vpcsOf = (graph: Graph, subnet: Node): readonly Node[] =>
  pointedAtFrom(graph, subnet, ["vpcId"], ...VPCS);

const unique = (nodes: readonly Node[]): readonly Node[] => [...new Set(nodes)];
