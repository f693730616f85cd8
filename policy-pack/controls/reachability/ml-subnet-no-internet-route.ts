import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  type Node,
  shown,
  violation,
} from "../../core";
import { routesOfSubnet, type TableRoute } from "../../topology/routes";
import { judgeEach } from "../judge-each";
import { type Consumer, consumersOf } from "./consumers";
import { letsIn } from "./inbound";
import { type PublicWay, publicWays } from "./load-balancers";

const REQUIRED = "private subnets, with no route to an internet gateway";

export const mlSubnetNoInternetRoute: GraphControl = {
  kind: "graph",
  name: "ml-subnet-no-internet-route",
  description:
    "What computes or keeps data runs in subnets with no route to an internet gateway, and no public load balancer leads to it.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "With a route to the internet gateway one public address, or one open rule, puts training data and models on the internet, and out of them whatever an attacker takes.",
  fix: {
    text: "Put it in a private subnet: one with a route table of its own that leads to endpoints, a firewall or nowhere.",
    code: `const routes = new ec2.RouteTable("ml-a", { vpcId: vpc.id });
new ec2.RouteTableAssociation("ml-a", { subnetId: mlSubnet.id, routeTableId: routes.id });`,
  },
  frameworks: { nist: ["AC-4(21)"], checkov: ["CKV2_AWS_35"] },
  check: (graph) => {
    const ways = byNode(publicWays(graph), ({ target }) => target);
    const consumers = byNode(consumersOf(graph), ({ node }) => node);
    return judgeEach([...new Set([...consumers.keys(), ...ways.keys()])], (node) => [
      ...(consumers.get(node) ?? []).flatMap((each) => judgeConsumer(graph, each)),
      ...(ways.get(node) ?? []).map(behindPublicLoadBalancer),
    ]);
  },
};

function byNode<T>(all: readonly T[], nodeOf: (one: T) => Node): ReadonlyMap<Node, readonly T[]> {
  const found = new Map<Node, T[]>();
  for (const one of all) {
    const node = nodeOf(one);
    found.set(node, [...(found.get(node) ?? []), one]);
  }
  return found;
}

function behindPublicLoadBalancer({ target, path }: PublicWay): Finding {
  return violation(
    target,
    "",
    "behind a load balancer that faces the internet",
    "an internal load balancer",
    {
      finding: "load-balancer",
      path: [...path, target.name],
    },
  );
}

function judgeConsumer(graph: Graph, consumer: Consumer): readonly Finding[] {
  return consumer.subnets.flatMap((subnet) => {
    const routes = routesOfSubnet(graph, subnet);
    const open = routes.find(({ target }) => target === "internet gateway");
    if (open !== undefined) return [reached(graph, consumer, subnet, open)];
    return routes.some(({ target }) => target === "unknown")
      ? [deferred(consumer.node, consumer.property)]
      : [];
  });
}

function reached(graph: Graph, consumer: Consumer, subnet: Node, route: TableRoute): Finding {
  const { node, property } = consumer;
  const inward = letsIn(graph, consumer, subnet);
  const way = `subnet ${subnet.name}, which routes to the internet`;
  return violation(node, property, inward === undefined ? way : `${way} and is reached from it`, REQUIRED, {
    finding: `Subnet::${subnet.name}`,
    path: [
      node.name,
      `subnet ${subnet.name}`,
      route.table.name,
      ...route.destinations.map((destination) => shown(destination)),
      route.target,
      ...(inward ?? []),
    ],
  });
}
