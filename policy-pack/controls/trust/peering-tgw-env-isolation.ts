import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  isFalse,
  mustBe,
  type Node,
  shown,
  violation,
} from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { addressesOf, sizeOf } from "../../network/cidr";
import { judgeEach } from "../judge-each";
import { everyRoute, type TableRoute } from "../../topology/routes";
import { type Environment, environmentOf, environmentOfAccount } from "./environment";
import { knowsAccounts } from "./trusted-accounts";

const VPCS = ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"];
const GATEWAY = "aws:ec2transitgateway/transitGateway:TransitGateway";
const ATTACHMENT = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";
const TABLE = "aws:ec2transitgateway/routeTable:RouteTable";
/** What makes an attachment take part in a table: by what it sends there, or by where the table leads. */
const TABLE_LINKS = [
  "aws:ec2transitgateway/prefixListReference:PrefixListReference",
  "aws:ec2transitgateway/route:Route",
  "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation",
  "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation",
];
const PEERING = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
const GATEWAY_PEERING = "aws:ec2transitgateway/peeringAttachment:PeeringAttachment";

const ATTACHMENT_ACCEPTER = "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter";

/** What accepts a connection that somebody asked for, by the input that names it, and the type that asks. */
const ACCEPTERS: Readonly<Record<string, readonly [input: string, asker: string]>> = {
  "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter": ["vpcPeeringConnectionId", PEERING],
  "aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter": [
    "transitGatewayAttachmentId",
    GATEWAY_PEERING,
  ],
};

/** The most addresses that a route over a peering connection may be for: a /20, or a /56 of IPv6. */
const WIDEST = { ipv4: 1n << 12n, ipv6: 1n << 72n } as const;

export const peeringTgwEnvIsolation: GraphControl = {
  kind: "graph",
  name: "peering-tgw-env-isolation",
  description:
    "No peering connection and no transit gateway joins environments; nothing is attached, associated or propagated by itself; routes to peers are narrow.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A transit gateway's defaults join whatever is attached to it: one attachment of dev, and prod's endpoints answer there.",
  fix: {
    text: "Switch the gateway's defaults off, and give each environment a route table of its own.",
    code: `new ec2transitgateway.TransitGateway("core", {
  autoAcceptSharedAttachments: "disable", defaultRouteTableAssociation: "disable", defaultRouteTablePropagation: "disable",
});`,
  },
  frameworks: {
    cis: ["6.6"],
    nist: ["AC-4", "SC-7"],
    fsbp: ["EC2.23"],
    checkov: ["CKV_AWS_331", "CKV2_AWS_44"],
  },
  check: (graph, context) => {
    const routes = everyRoute(graph).filter(mayLeadToPeer);
    const accepters = [...Object.keys(ACCEPTERS), ATTACHMENT_ACCEPTER];
    const nodes = graph.byType(GATEWAY, PEERING, GATEWAY_PEERING, TABLE, ...accepters);
    return judgeEach([...nodes, ...routes], (each) =>
      "holder" in each ? judgeRoute(each) : judgeNode(graph, each, context),
    );
  },
};

function judgeNode(graph: Graph, node: Node, context: Context): readonly Finding[] {
  switch (node.type) {
    case GATEWAY:
      return judgeGateway(node);
    case PEERING:
      return judgePeering(graph, node, "peerOwnerId", context);
    case GATEWAY_PEERING:
      return judgePeering(graph, node, "peerAccountId", context);
    case TABLE:
      return judgeTable(graph, node, context);
    case ATTACHMENT_ACCEPTER:
      return judgeAttachmentAccepter(graph, node);
    default:
      return judgeAccepter(graph, node);
  }
}

/** A connection of this stack is judged itself; whoever asked for any other is not known. */
function judgeAccepter(graph: Graph, node: Node): readonly Finding[] {
  const [input, asker] = ACCEPTERS[node.type] ?? ["vpcPeeringConnectionId", PEERING];
  if (pointedAtFrom(graph, node, [input], asker).length > 0) return [];
  const found = node.properties.get(input);
  return [
    violation(node, input, found, "a connection that the program asks for itself, where both sides show"),
  ];
}

/**
 * A gateway of this stack says itself whether its default tables take what is accepted. Of another's nothing is known, and
 * whoever accepts for it says so: unset, both tables take the attachment.
 */
function judgeAttachmentAccepter(graph: Graph, accepter: Node): readonly Finding[] {
  if (graph.byType(GATEWAY).length > 0) return [];
  return ["transitGatewayDefaultRouteTableAssociation", "transitGatewayDefaultRouteTablePropagation"].flatMap(
    (input) => mustBe(accepter, input, isFalse, "false"),
  );
}

/** Shared attachments wait for acceptance unless it is said; the default tables take every one of them. */
function judgeGateway(gateway: Node): readonly Finding[] {
  const isOff = (value: unknown) => value === "disable";
  return [
    ...mustBe(gateway, "autoAcceptSharedAttachments", isOff, '"disable"', { unset: true }),
    ...mustBe(gateway, "defaultRouteTableAssociation", isOff, '"disable"'),
    ...mustBe(gateway, "defaultRouteTablePropagation", isOff, '"disable"'),
  ];
}

function judgePeering(graph: Graph, node: Node, owner: string, { settings }: Context): readonly Finding[] {
  const account = node.properties.get(owner);
  const [home] = pointedAtFrom(graph, node, ["vpcId"], ...VPCS);
  const [peer] = pointedAtFrom(graph, node, ["peerVpcId"], ...VPCS);
  if (account.state === "unknown") return [deferred(node, owner)];
  const here =
    environmentOf(node, settings) ?? (home === undefined ? undefined : environmentOf(home, settings));
  const id = account.state === "known" ? String(account.value) : undefined;
  const there =
    id === undefined
      ? peer === undefined
        ? undefined
        : environmentOf(peer, settings)
      : environmentOfAccount(id, settings);
  if (
    id !== undefined &&
    there === undefined &&
    knowsAccounts(settings) &&
    !settings.trustedAccounts.includes(id)
  ) {
    return [
      violation(node, owner, account, "an account of the same environment", { finding: `Account::${id}` }),
    ];
  }
  const path = [home?.name ?? String(here), node.name, peer?.name ?? id ?? String(there)];
  return joins([here, there])
    ? [
        violation(
          node,
          owner,
          `${String(here)} joined to ${String(there)}`,
          "one environment on both sides",
          { path },
        ),
      ]
    : [];
}

/** Whether workloads of different environments are among these. The organization's network serves all of them. */
function joins(environments: readonly (Environment | undefined)[]): boolean {
  return new Set(environments.filter((each) => each !== undefined && each !== "org")).size > 1;
}

function judgeTable(graph: Graph, table: Node, { settings }: Context): readonly Finding[] {
  const members = graph.pointingTo(table, "transitGatewayRouteTableId", ...TABLE_LINKS).flatMap((link) =>
    pointedAtFrom(graph, link, ["transitGatewayAttachmentId"], ATTACHMENT).map((attachment) => {
      const [vpc] = pointedAtFrom(graph, attachment, ["vpcId"], ...VPCS);
      const environment =
        (vpc === undefined ? undefined : environmentOf(vpc, settings)) ?? environmentOf(attachment, settings);
      return { attachment, environment };
    }),
  );
  if (!joins(members.map(({ environment }) => environment))) return [];
  const words = members.map(
    ({ attachment, environment }) => `${attachment.name} of ${environment ?? "nobody"}`,
  );
  return [
    violation(table, "", [...new Set(words)].join(", "), "attachments of one environment", {
      path: [...new Set(members.map(({ attachment }) => attachment.name)), table.name],
    }),
  ];
}

/** Routes that are not known yet, as a whole or one of them, may lead anywhere. */
const mayLeadToPeer = ({ target, property }: TableRoute): boolean =>
  target === "peering connection" || (target === "unknown" && /^routes(\[\d+\])?$/.test(property));

function judgeRoute({ holder, property, destinations }: TableRoute): readonly Finding[] {
  return destinations.flatMap((destination): readonly Finding[] => {
    if (destination.state !== "known") return [deferred(holder, property)];
    const range = addressesOf(String(destination.value));
    return range !== undefined && sizeOf(range) > WIDEST[range.family]
      ? [violation(holder, property, `${shown(destination)} to a peer`, "the peer's subnets, a /20 at most")]
      : [];
  });
}
