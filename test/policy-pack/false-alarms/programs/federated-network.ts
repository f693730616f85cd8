import * as ec2 from "@pulumi/aws/ec2";
import * as ec2transitgateway from "@pulumi/aws/ec2transitgateway";
import * as ram from "@pulumi/aws/ram";
import * as vpclattice from "@pulumi/aws/vpclattice";
import * as company from "../foundation";
import type { Program } from "../program";

/** The hub of a network: a transit gateway and a service network, shared with a unit of the organization. */
export const federatedNetwork: Program = {
  name: "a transit gateway and a service network, shared within the organization",
  sources: [
    "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html",
    "https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html",
    "https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html",
    "https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html",
  ],
  run: () => {
    const options = company.inAccount();
    const hub = new ec2transitgateway.TransitGateway(
      "hub",
      {
        description: "The hub of the company's networks",
        autoAcceptSharedAttachments: "disable",
        defaultRouteTableAssociation: "disable",
        defaultRouteTablePropagation: "disable",
        dnsSupport: "enable",
      },
      options,
    );
    const spokes = new ec2transitgateway.RouteTable("spokes", { transitGatewayId: hub.id }, options);
    new ec2transitgateway.Route(
      "inspection",
      {
        transitGatewayRouteTableId: spokes.id,
        destinationCidrBlock: "0.0.0.0/0",
        transitGatewayAttachmentId: "tgw-attach-0a1b2c3d4e5f60718",
      },
      options,
    );
    new ec2transitgateway.Route(
      "nowhere",
      { transitGatewayRouteTableId: spokes.id, destinationCidrBlock: "10.99.0.0/16", blackhole: true },
      options,
    );
    const office = new ec2.CustomerGateway(
      "office",
      { bgpAsn: "65010", ipAddress: "198.51.100.10", type: "ipsec.1" },
      options,
    );
    const tunnels = Object.fromEntries(
      [1, 2].flatMap((i) => [
        [`tunnel${i}IkeVersions`, ["ikev2"]],
        [`tunnel${i}Phase1EncryptionAlgorithms`, ["AES256-GCM-16"]],
        [`tunnel${i}Phase2EncryptionAlgorithms`, ["AES256-GCM-16"]],
        [`tunnel${i}Phase1DhGroupNumbers`, [20]],
      ]),
    );
    new ec2.VpnConnection(
      "office",
      { customerGatewayId: office.id, transitGatewayId: hub.id, type: "ipsec.1", ...tunnels },
      options,
    );

    const services = new vpclattice.ServiceNetwork(
      "services",
      { name: "services", authType: "AWS_IAM" },
      options,
    );
    new vpclattice.AuthPolicy(
      "services",
      {
        resourceIdentifier: services.arn,
        policy: company.document({
          Effect: "Allow",
          Principal: "*",
          Action: "vpc-lattice-svcs:Invoke",
          Resource: "*",
          Condition: {
            StringEquals: { "aws:PrincipalOrgID": company.ORGANIZATION },
            StringNotEqualsIgnoreCase: { "aws:PrincipalType": "anonymous" },
          },
        }),
      },
      options,
    );

    const share = new ram.ResourceShare(
      "network",
      { name: "network", allowExternalPrincipals: false },
      options,
    );
    for (const [name, resourceArn] of [
      ["hub", hub.arn],
      ["services", services.arn],
    ] as const)
      new ram.ResourceAssociation(name, { resourceShareArn: share.arn, resourceArn }, options);
    new ram.PrincipalAssociation(
      "workloads",
      {
        resourceShareArn: share.arn,
        principal: `arn:aws:organizations::${company.MANAGEMENT_ACCOUNT}:ou/${company.ORGANIZATION}/ou-ab12-cdef3456`,
      },
      options,
    );
  },
};
