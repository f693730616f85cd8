import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { renderPolicy, type Scope, SecurityGroup, tagsOf } from "../../secure";
import type { Network } from "../network";
import { interfaceEndpointPolicy } from "./interface-endpoint-policy";
import { s3EndpointPolicy } from "./s3-endpoint-policy";
import { endpointServiceName, INTERFACE_ENDPOINT_SERVICES } from "./services";

export interface EndpointsArgs {
  readonly scope: Scope;
  readonly network: Network;
  /** The VPC's range, from which alone the endpoints are called. */
  readonly cidr: string;
}

/** The private ways to AWS's services, each open to the organization's own principals and resources only. */
export class Endpoints extends pulumi.ComponentResource {
  /** The security group of the interface endpoints: what a workload's egress names. */
  readonly securityGroupId: pulumi.Output<string>;
  /** The S3 gateway endpoint, to which further route tables are associated. */
  readonly s3EndpointId: pulumi.Output<string>;
  /** S3's addresses as security groups name them. */
  readonly s3PrefixListId: pulumi.Output<string>;

  constructor(name: string, args: EndpointsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:platform-core:Endpoints", name, {}, opts);
    const { scope, network } = args;
    const { partition, region, company } = scope;
    const child = { parent: this };

    const s3 = new ec2.VpcEndpoint(
      `${name}-s3`,
      {
        vpcId: network.vpcId,
        serviceName: endpointServiceName(region, "s3"),
        vpcEndpointType: "Gateway",
        policy: renderPolicy(s3EndpointPolicy(partition, region, company.organization.id)),
        tags: tagsOf(scope, `${name}-s3`),
      },
      child,
    );
    for (const { kind, zone, routeTableId } of network.subnets) {
      new ec2.VpcEndpointRouteTableAssociation(
        `${name}-s3-${kind}-${zone}`,
        { vpcEndpointId: s3.id, routeTableId },
        child,
      );
    }
    this.s3EndpointId = s3.id;
    this.s3PrefixListId = s3.prefixListId;

    const group = new SecurityGroup(
      `${name}-interface`,
      {
        scope,
        purpose: "endpoints",
        description: "Interface endpoints: HTTPS from inside the VPC",
        vpcId: network.vpcId,
        ingress: {
          vpc: {
            description: "HTTPS from inside the VPC",
            peer: { cidrIpv4: args.cidr },
            protocol: "tcp",
            port: 443,
          },
        },
      },
      child,
    );
    this.securityGroupId = group.securityGroupId;
    for (const service of INTERFACE_ENDPOINT_SERVICES) {
      new ec2.VpcEndpoint(
        `${name}-${service}`,
        {
          vpcId: network.vpcId,
          serviceName: endpointServiceName(region, service),
          vpcEndpointType: "Interface",
          privateDnsEnabled: true,
          subnetIds: network.subnetsOf("endpoint").map((subnet) => subnet.subnetId),
          securityGroupIds: [group.securityGroupId],
          policy: renderPolicy(interfaceEndpointPolicy(service, company.organization.id)),
          tags: tagsOf(scope, `${name}-${service}`),
        },
        child,
      );
    }

    this.registerOutputs({
      securityGroupId: this.securityGroupId,
      s3EndpointId: this.s3EndpointId,
      s3PrefixListId: this.s3PrefixListId,
    });
  }
}
