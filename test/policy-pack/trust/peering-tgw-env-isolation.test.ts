import { peeringTgwEnvIsolation as control } from "../../../policy-pack/controls/trust/peering-tgw-env-isolation";
import { declare, type Declared, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const DEV = "222222222222";
const PROD = "444444444444";
const within = (account: string) => ({
  provider: { type: "pulumi:providers:aws", name: account, props: { allowedAccountIds: `["${account}"]` } },
});
const vpc = (name: string, account: string) => declare("ec2/vpc:Vpc", name, {}, within(account));
const gateway = (props: object = {}) =>
  declare("ec2transitgateway/transitGateway:TransitGateway", "tgw", {
    defaultRouteTableAssociation: "disable",
    defaultRouteTablePropagation: "disable",
    ...props,
  });
const peering = (home: Declared, props: object) =>
  declare("ec2/vpcPeeringConnection:VpcPeeringConnection", "pcx", { vpcId: ref(home), ...props }, home.more);

describe("peering-tgw-env-isolation", () => {
  it("passes a gateway that does nothing by itself", () => {
    passes(control, [gateway()]);
    passes(control, [gateway({ autoAcceptSharedAttachments: "disable" })]);
  });

  it("refuses a gateway's defaults", () => {
    violates(
      control,
      [declare("ec2transitgateway/transitGateway:TransitGateway", "tgw")],
      [
        "tgw (ec2transitgateway/transitGateway): defaultRouteTableAssociation",
        "tgw (ec2transitgateway/transitGateway): defaultRouteTablePropagation",
      ],
    );
    violates(
      control,
      [gateway({ autoAcceptSharedAttachments: "enable" })],
      ["tgw (ec2transitgateway/transitGateway): autoAcceptSharedAttachments"],
    );
  });

  it("refuses a peering connection between environments, or to a stranger", () => {
    const home = vpc("prod", PROD);
    const found = ["pcx (ec2/vpcPeeringConnection): peerOwnerId"];
    passes(control, [home, peering(home, { peerVpcId: "vpc-0a1", peerOwnerId: PROD })]);
    passes(control, [home, peering(home, { peerVpcId: "vpc-0a1", peerOwnerId: "111111111111" })]);
    violates(control, [home, peering(home, { peerVpcId: "vpc-0a1", peerOwnerId: DEV })], found);
    violates(control, [home, peering(home, { peerVpcId: "vpc-0a1", peerOwnerId: "999999999999" })], found);
    const other = vpc("dev", DEV);
    violates(control, [home, other, peering(home, { peerVpcId: ref(other) })], found);
    const twin = vpc("twin", PROD);
    passes(control, [home, twin, peering(home, { peerVpcId: ref(twin) })]);
  });

  it("refuses to accept what the program has not asked for itself", () => {
    const home = vpc("prod", PROD);
    const own = peering(home, { peerOwnerId: PROD });
    const accepter = (vpcPeeringConnectionId: unknown) =>
      declare("ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter", "yes", {
        vpcPeeringConnectionId,
        autoAccept: true,
      });
    passes(control, [home, own, accepter(ref(own))]);
    violates(
      control,
      [accepter("pcx-0a1b2c3d")],
      ["yes (ec2/vpcPeeringConnectionAccepter): vpcPeeringConnectionId"],
    );
    violates(
      control,
      [
        declare("ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter", "yes", {
          transitGatewayAttachmentId: "tgw-attach-0a1b2c3d",
        }),
      ],
      ["yes (ec2transitgateway/peeringAttachmentAccepter): transitGatewayAttachmentId"],
    );
  });

  it("refuses to accept an attachment into default tables, where the gateway is not of the stack", () => {
    const accepter = (props: object = {}) =>
      declare("ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter", "yes", {
        transitGatewayAttachmentId: "tgw-attach-0a1b2c3d",
        ...props,
      });
    const name = "yes (ec2transitgateway/vpcAttachmentAccepter)";
    violates(
      control,
      [accepter({ transitGatewayDefaultRouteTablePropagation: false })],
      [`${name}: transitGatewayDefaultRouteTableAssociation`],
    );
    violates(
      control,
      [accepter({ transitGatewayDefaultRouteTableAssociation: false })],
      [`${name}: transitGatewayDefaultRouteTablePropagation`],
    );
    const neither = {
      transitGatewayDefaultRouteTableAssociation: false,
      transitGatewayDefaultRouteTablePropagation: false,
    };
    passes(control, [accepter(neither)]);
    passes(control, [gateway(), accepter()]);
  });

  it("refuses a table that takes attachments of two environments", () => {
    const home = vpc("prod", PROD);
    const other = vpc("dev", DEV);
    const table = declare("ec2transitgateway/routeTable:RouteTable", "table", {
      transitGatewayId: ref(gateway()),
    });
    const attached = (of: Declared) =>
      declare(
        "ec2transitgateway/vpcAttachment:VpcAttachment",
        `to-${of.name}`,
        {
          vpcId: ref(of),
          transitGatewayId: ref(gateway()),
        },
        of.more,
      );
    const link = (kind: string, of: Declared) =>
      declare(`ec2transitgateway/routeTable${kind}:RouteTable${kind}`, `${kind}-${of.name}`, {
        transitGatewayRouteTableId: ref(table),
        transitGatewayAttachmentId: ref(attached(of)),
      });
    const base = [gateway(), table, home, other, attached(home), attached(other), link("Association", home)];
    passes(control, base);
    const line = ["table (ec2transitgateway/routeTable): "];
    violates(control, [...base, link("Propagation", other)], line);
    const leading = (type: string, of: Declared) =>
      declare(`ec2transitgateway/${type}`, "out", {
        destinationCidrBlock: "10.1.0.0/16",
        transitGatewayRouteTableId: ref(table),
        transitGatewayAttachmentId: ref(attached(of)),
      });
    passes(control, [...base, leading("route:Route", home)]);
    violates(control, [...base, leading("route:Route", other)], line);
    violates(control, [...base, leading("prefixListReference:PrefixListReference", other)], line);
  });

  it("refuses wide routes to a peer, wherever they are written", () => {
    const route = (destinationCidrBlock: string) =>
      declare("ec2/route:Route", "out", {
        routeTableId: "rtb-0a1",
        destinationCidrBlock,
        vpcPeeringConnectionId: "pcx-0a1",
      });
    passes(control, [route("10.8.1.0/24")]);
    violates(control, [route("10.0.0.0/8")], ["out (ec2/route): vpcPeeringConnectionId"]);
    const table = declare("ec2/routeTable:RouteTable", "rtb", {
      routes: [{ cidrBlock: "10.8.0.0/16", vpcPeeringConnectionId: "pcx-0a1" }],
    });
    violates(control, [table], ["rtb (ec2/routeTable): routes[0].vpcPeeringConnectionId"]);
    const maker = declare("sqs/queue:Queue", "q", { all: table.props.routes });
    const late = declare("ec2/routeTable:RouteTable", "rtb", { routes: ref(maker, "all") });
    defers(
      control,
      [maker, late],
      ["rtb (ec2/routeTable): routes"],
      ["rtb (ec2/routeTable): routes[0].vpcPeeringConnectionId"],
    );
  });

  it("has nothing to judge without peers", () => notApplicable(control, [vpc("dev", DEV)]));
});
