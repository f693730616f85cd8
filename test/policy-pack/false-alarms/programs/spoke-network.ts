import * as ec2 from "@pulumi/aws/ec2";
import * as ec2transitgateway from "@pulumi/aws/ec2transitgateway";
import * as s3 from "@pulumi/aws/s3";
import * as vpc from "@pulumi/aws/vpc";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const TRANSIT_GATEWAY = "tgw-0a1b2c3d4e5f60718";

/** A VPC with private subnets in three zones, whose way out is the company's inspection VPC. */
class Spoke extends ComponentResource {
  constructor(name: string, range: string, opts: ComponentResourceOptions) {
    super("acme:network:Spoke", name, {}, opts);
    const within = { parent: this };
    const network = new ec2.Vpc(
      name,
      { cidrBlock: `${range}.0.0/16`, enableDnsSupport: true, enableDnsHostnames: true },
      within,
    );
    new ec2.DefaultSecurityGroup(name, { vpcId: network.id }, within);
    new ec2.DefaultNetworkAcl(
      name,
      {
        defaultNetworkAclId: network.defaultNetworkAclId,
        ingress: [
          { ruleNo: 100, protocol: "-1", action: "allow", cidrBlock: "10.0.0.0/8", fromPort: 0, toPort: 0 },
        ],
        egress: [
          { ruleNo: 100, protocol: "-1", action: "allow", cidrBlock: "10.0.0.0/8", fromPort: 0, toPort: 0 },
        ],
      },
      { ...within, ignoreChanges: ["subnetIds"] },
    );
    const table = new ec2.RouteTable(`${name}-private`, { vpcId: network.id }, within);
    const subnets = ["a", "b", "c"].map((zone, i) => {
      const subnet = new ec2.Subnet(
        `${name}-private-${zone}`,
        {
          vpcId: network.id,
          cidrBlock: `${range}.${16 * i}.0/20`,
          availabilityZone: `${company.REGION}${zone}`,
          mapPublicIpOnLaunch: false,
        },
        within,
      );
      new ec2.RouteTableAssociation(
        `${name}-private-${zone}`,
        { subnetId: subnet.id, routeTableId: table.id },
        within,
      );
      return subnet;
    });
    const attachment = new ec2transitgateway.VpcAttachment(
      name,
      {
        transitGatewayId: TRANSIT_GATEWAY,
        vpcId: network.id,
        subnetIds: subnets.map(({ id }) => id),
        dnsSupport: "enable",
        transitGatewayDefaultRouteTableAssociation: false,
        transitGatewayDefaultRouteTablePropagation: false,
      },
      within,
    );
    new ec2transitgateway.RouteTableAssociation(
      name,
      { transitGatewayAttachmentId: attachment.id, transitGatewayRouteTableId: "tgw-rtb-0a1b2c3d4e5f60718" },
      within,
    );
    new ec2.Route(
      `${name}-inspection`,
      { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", transitGatewayId: TRANSIT_GATEWAY },
      { ...within, dependsOn: [attachment] },
    );

    const interfaces = new ec2.SecurityGroup(
      `${name}-endpoints`,
      { vpcId: network.id, description: "Interface endpoints" },
      within,
    );
    new vpc.SecurityGroupIngressRule(
      `${name}-endpoints`,
      {
        securityGroupId: interfaces.id,
        cidrIpv4: network.cidrBlock,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "HTTPS from the VPC",
      },
      within,
    );
    const perimeter = company.document({
      Effect: "Allow",
      Principal: "*",
      Action: "*",
      Resource: "*",
      Condition: {
        StringEquals: {
          "aws:PrincipalOrgID": company.ORGANIZATION,
          "aws:ResourceOrgID": company.ORGANIZATION,
        },
      },
    });
    for (const service of ["ssm", "ssmmessages", "ec2messages", "logs", "sts", "kms", "ecr.api", "ecr.dkr"])
      new ec2.VpcEndpoint(
        `${name}-${service}`,
        {
          vpcId: network.id,
          serviceName: `com.amazonaws.${company.REGION}.${service}`,
          vpcEndpointType: "Interface",
          privateDnsEnabled: true,
          subnetIds: subnets.map(({ id }) => id),
          securityGroupIds: [interfaces.id],
          policy: perimeter,
        },
        within,
      );
    for (const service of ["s3", "dynamodb"])
      new ec2.VpcEndpoint(
        `${name}-${service}`,
        {
          vpcId: network.id,
          serviceName: `com.amazonaws.${company.REGION}.${service}`,
          vpcEndpointType: "Gateway",
          routeTableIds: [table.id],
          policy: perimeter,
        },
        within,
      );
    new ec2.FlowLog(
      name,
      {
        vpcId: network.id,
        trafficType: "ALL",
        logDestinationType: "s3",
        logDestination: "arn:aws:s3:::acme-flow-logs-222222222222",
        maxAggregationInterval: 60,
        destinationOptions: { fileFormat: "parquet", hiveCompatiblePartitions: true, perHourPartition: true },
      },
      within,
    );
    this.registerOutputs();
  }
}

/** A spoke of a hub-and-spoke network, and what its account closes. */
export const spokeNetwork: Program = {
  name: "a spoke of a transit gateway with central inspection",
  sources: [
    "https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-nat-igw.html",
    "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html",
  ],
  run: () => {
    const { provider } = company.inAccount();
    if (provider === undefined) throw new Error("Every account has its provider.");
    const options = { provider };
    new ec2.VpcBlockPublicAccessOptions(
      "account",
      { internetGatewayBlockMode: "block-bidirectional" },
      options,
    );
    new s3.AccountPublicAccessBlock(
      "account",
      { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
      options,
    );
    new Spoke("shop", "10.60", { providers: { aws: provider } });
  },
};
