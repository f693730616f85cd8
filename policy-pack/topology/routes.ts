import { type Graph, join, known, type Node, type Properties, shown, UNKNOWN, type Value } from "../core";
import { pointedAtFrom } from "../core/inner-references";
import { rememberingFor } from "../core/remembering";
import { cidrsOfPrefixList } from "../network/prefix-list";
import { hasDefaultRoute, ROUTE_TABLES, routeTablesOf } from "./route-tables";

/** Where a route sends what matches it. */
export type RouteTarget =
  | "internet gateway"
  | "egress-only internet gateway"
  | "NAT gateway"
  | "network interface"
  | "firewall endpoint"
  | "transit gateway"
  | "peering connection"
  | "other"
  | "unknown";

/** One route of a table, written inside it or as a resource of its own. */
export interface TableRoute {
  readonly table: Node;
  /** The resource that holds it. */
  readonly holder: Node;
  /** The property that says where it leads. */
  readonly property: string;
  /** CIDRs; or the id of a prefix list that is not of the stack. */
  readonly destinations: readonly Value[];
  readonly target: RouteTarget;
  /** The target's name, or what is written. */
  readonly targetName: string;
}

const ROUTE = "aws:ec2/route:Route";
const INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";
const PREFIX_LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";

/**
 * What each of a route's properties leads to. `gatewayId` takes gateways of several kinds and is told apart below;
 * a `vpcEndpointId` is one of a Gateway Load Balancer or of Network Firewall.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html
 */
const TARGETS: Readonly<Record<string, RouteTarget>> = {
  carrierGatewayId: "internet gateway",
  coreNetworkArn: "transit gateway",
  egressOnlyGatewayId: "egress-only internet gateway",
  gatewayId: "unknown",
  instanceId: "network interface",
  localGatewayId: "other",
  natGatewayId: "NAT gateway",
  networkInterfaceId: "network interface",
  transitGatewayId: "transit gateway",
  vpcEndpointId: "firewall endpoint",
  vpcPeeringConnectionId: "peering connection",
};

/** The routes that what is in a subnet takes: those of its own tables, or of its VPC's main table. */
export function routesOfSubnet(graph: Graph, subnet: Node): readonly TableRoute[] {
  return ROUTES_OF_SUBNET(graph)(subnet);
}

const ROUTES_OF_SUBNET = rememberingFor((graph: Graph) =>
  rememberingFor((subnet: Node): readonly TableRoute[] => {
    const tables = routeTablesOf(graph, subnet);
    return [
      ...(hasDefaultRoute(graph, subnet, tables) ? [defaultRoute(subnet)] : []),
      ...tables.flatMap((table) => routesOf(graph, table)),
    ];
  }),
);

/** The route of a default VPC that AWS has made. */
function defaultRoute(subnet: Node): TableRoute {
  const target = "internet gateway";
  const destinations = [known("0.0.0.0/0")];
  return { table: subnet, holder: subnet, property: "", destinations, target, targetName: target };
}

/** Every route of a table. */
export function routesOf(graph: Graph, table: Node): readonly TableRoute[] {
  const inline = table.properties.list("routes");
  const inside =
    inline.state === "known"
      ? inline.value.flatMap(({ path, value, properties }) =>
          value.state === "unknown" ? [hidden(table, path)] : routesAt(graph, table, table, path, properties),
        )
      : [];
  const beside = graph
    .pointingTo(table, "routeTableId", ROUTE)
    .flatMap((route) => routesAt(graph, table, route, "", route.properties));
  return [...(inline.state === "unknown" ? [hidden(table, "routes")] : inside), ...beside];
}

/** A route of which nothing is known but what it came from. */
function hidden(table: Node, property: string): TableRoute {
  const sources = new Set(table.references("routes").map(({ type }) => type));
  const target = Object.entries(GATEWAYS).find(([type]) => sources.has(type))?.[1] ?? "unknown";
  return { table, holder: table, property, destinations: [UNKNOWN], target, targetName: target };
}

/** What a route that came from a resource of a type leads to at worst, the worst first. */
const GATEWAYS: Readonly<Record<string, RouteTarget>> = {
  [INTERNET_GATEWAY]: "internet gateway",
  "aws:ec2/carrierGateway:CarrierGateway": "internet gateway",
  "aws:ec2/natGateway:NatGateway": "NAT gateway",
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": "egress-only internet gateway",
  "aws:ec2/networkInterface:NetworkInterface": "network interface",
  "aws:ec2/instance:Instance": "network interface",
};

function routesAt(
  graph: Graph,
  table: Node,
  holder: Node,
  path: string,
  properties: Properties,
): readonly TableRoute[] {
  return Object.entries(TARGETS).flatMap(([name, kind]): readonly TableRoute[] => {
    const value = properties.get(name);
    if (value.state === "unset" || (value.state === "known" && value.value === "")) return [];
    const property = join(path, name);
    const target = name === "gatewayId" ? gatewayKind(graph, holder, property, value) : kind;
    return [
      {
        table,
        holder,
        property,
        destinations: destinationsAt(graph, holder, properties),
        target,
        targetName: nameOf(graph, holder, property, value, target),
      },
    ];
  });
}

/** The target's name, where it is an internet gateway of the stack, or what is written. */
function nameOf(graph: Graph, holder: Node, property: string, value: Value, target: RouteTarget): string {
  const gateways =
    value.state === "known"
      ? graph.identifiedBy(String(value.value), INTERNET_GATEWAY)
      : holder.references(property).filter(({ type }) => type === INTERNET_GATEWAY);
  return gateways[0]?.name ?? (value.state === "known" ? shown(value) : target);
}

function gatewayKind(graph: Graph, holder: Node, property: string, value: Value): RouteTarget {
  if (value.state === "known") {
    const text = String(value.value);
    if (/^igw-/.test(text) || graph.identifiedBy(text, INTERNET_GATEWAY).length > 0)
      return "internet gateway";
    return /^vpce-/.test(text) ? "firewall endpoint" : "other";
  }
  const sources = holder.references(property);
  if (sources.some(({ type }) => type === INTERNET_GATEWAY)) return "internet gateway";
  return sources.length > 0 ? "other" : "unknown";
}

const DESTINATIONS = ["cidrBlock", "ipv6CidrBlock", "destinationCidrBlock", "destinationIpv6CidrBlock"];

/** What a route is for; a prefix list of the stack is read, and any other stands for itself. */
function destinationsAt(graph: Graph, holder: Node, properties: Properties): readonly Value[] {
  const own = DESTINATIONS.map((name) => properties.get(name)).filter(({ state }) => state !== "unset");
  const id = properties.get("destinationPrefixListId");
  if (id.state === "unset") return own;
  const lists = pointedAtFrom(graph, holder, ["destinationPrefixListId", "routes"], PREFIX_LIST);
  const cidrs = lists.flatMap((list) => cidrsOfPrefixList(graph, list));
  return [...own, ...(lists.length === 0 ? [id] : cidrs)];
}

/** Every route of a stack, those of tables that are not part of it included. */
export function everyRoute(graph: Graph): readonly TableRoute[] {
  const inside = graph.byType(...ROUTE_TABLES).flatMap((table) => routesOf(graph, table));
  const held = new Set(inside.map(({ holder }) => holder));
  const rest = graph.byType(ROUTE).filter((route) => !held.has(route));
  return [...inside, ...rest.flatMap((route) => routesAt(graph, route, route, "", route.properties))];
}
