import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  type Node,
  shown,
  violation,
} from "../../core";
import { addressesOf } from "../../network/cidr";
import { coversWorld, publicPart } from "../../network/world";
import { routesOfSubnet, type RouteTarget, type TableRoute } from "../../topology/routes";
import { judgeEach } from "../judge-each";
import { type Consumer, consumersOf } from "./consumers";

/** Ways out on which nothing looks at what leaves. That straight to an internet gateway is a control of its own. */
const UNINSPECTED: readonly RouteTarget[] = [
  "NAT gateway",
  "egress-only internet gateway",
  "network interface",
];

export const prodNoNatBypass: GraphControl = {
  kind: "graph",
  name: "prod-no-nat-bypass",
  description:
    "The way from a workload's subnet to the internet leads through a firewall endpoint or a transit gateway for inspection, never straight to a NAT gateway.",
  severity: "critical",
  levels: { dev: "disabled", staging: "advisory", prod: "mandatory" },
  why: "A NAT gateway lets everything out to everywhere: the firewall's list of domains is worth nothing beside it.",
  fix: {
    text: "Send the default route to the firewall's endpoint in the zone, and only the firewall's own subnet to the NAT gateway.",
    code: `new ec2.Route("ml-a-out", {
  routeTableId: mlRoutes.id, destinationCidrBlock: "0.0.0.0/0", vpcEndpointId: firewallEndpointId,
});`,
  },
  frameworks: { nist: ["AC-4(21)", "SC-7", "SC-7(8)"] },
  check: (graph) => judgeEach(consumersOf(graph), (consumer) => judgeConsumer(graph, consumer)),
};

function judgeConsumer(graph: Graph, consumer: Consumer): readonly Finding[] {
  return consumer.subnets.flatMap((subnet) => judgeSubnet(graph, consumer, subnet));
}

function judgeSubnet(graph: Graph, { node, property }: Consumer, subnet: Node): readonly Finding[] {
  const all = routesOfSubnet(graph, subnet);
  const routes = all.filter(({ target }) => UNINSPECTED.includes(target));
  const open = routes.filter((route) => texts(route).some(reachesInternet));
  const worst = open.find((route) => coversWorld(texts(route))) ?? open[0];
  if (worst === undefined) {
    const undecided = [...routes, ...all.filter(({ target }) => target === "unknown")];
    const later = undecided.some(({ destinations }) => destinations.some(({ state }) => state === "unknown"));
    return later ? [deferred(node, property)] : [];
  }
  return [
    violation(
      node,
      property,
      `subnet ${subnet.name}, which routes past the firewall`,
      "a default route to a firewall endpoint or a transit gateway",
      {
        finding: `Subnet::${subnet.name}`,
        path: [
          node.name,
          `subnet ${subnet.name}`,
          worst.table.name,
          ...worst.destinations.map((each) => shown(each)),
          worst.target,
        ],
      },
    ),
  ];
}

const texts = ({ destinations }: TableRoute): readonly string[] =>
  destinations.flatMap((each) => (each.state === "known" ? [String(each.value)] : []));

/**
 * Whether a route is for public addresses at all: half of the internet is as good as the whole. So is a prefix list of
 * somebody else's, which may hold any; AWS's own hold addresses of its services, on the internet.
 */
function reachesInternet(destination: string): boolean {
  const range = addressesOf(destination);
  if (range === undefined) return destination.startsWith("pl-");
  return publicPart([range]).length > 0;
}
