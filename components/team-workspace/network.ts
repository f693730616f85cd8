import * as pulumi from "@pulumi/pulumi";
import * as ec2 from "@pulumi/aws/ec2";
import {
  physicalName,
  SecurityGroup,
  tagsOf,
  teamSubnetCidr,
  type Scope,
  type SecurityGroupRule,
} from "../secure";
import type { WorkspaceCore, WorkspaceZone } from "./core-inputs";

export interface WorkspaceNetworkArgs {
  readonly scope: Scope;
  readonly core: WorkspaceCore;
  /** The team's place in the network plan, 0 to 119. */
  readonly networkSlot: number;
}

/** A team's own subnets, one in each zone and with no way out of the VPC, and the security group of its workloads. */
export class WorkspaceNetwork extends pulumi.ComponentResource {
  /** The subnets' ids, by zone letter. */
  readonly subnetIds: Readonly<Record<string, pulumi.Output<string>>>;
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: WorkspaceNetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:team-workspace:WorkspaceNetwork", name, {}, opts);
    const { scope, core } = args;
    const child = { parent: this };

    this.subnetIds = Object.fromEntries(
      core.zones.map((zone) => [zone.zone, teamSubnet(`${name}-${zone.zone}`, args, zone, child)]),
    );

    const group = new SecurityGroup(
      `${name}-workloads`,
      {
        scope,
        purpose: "workloads",
        description: `Training, serving and notebooks of ${scope.owner}`,
        vpcId: core.vpcId,
        ingress: betweenInstances,
        egress: workloadEgress(scope, core),
      },
      child,
    );
    this.securityGroupId = group.securityGroupId;

    this.registerOutputs({ subnetIds: this.subnetIds, securityGroupId: this.securityGroupId });
  }
}

/**
 * What the instances of one training job say to each other: nothing but the encrypted tunnels of SageMaker's
 * inter-container encryption, so that a job that asks for several instances without it cannot run.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html
 */
const betweenInstances: Readonly<Record<string, SecurityGroupRule>> = {
  "instances-key-exchange": {
    description: "Key exchange between the instances of a job",
    peer: "self",
    protocol: "udp",
    port: 500,
  },
  "instances-tunnel": {
    description: "Encrypted traffic between the instances of a job",
    peer: "self",
    protocol: "50",
  },
};

/** What workloads may send: HTTPS to the VPC's endpoints and to S3, and, where the tier says so, inside the VPC. */
function workloadEgress(scope: Scope, core: WorkspaceCore): Record<string, SecurityGroupRule> {
  const https = { protocol: "tcp", port: 443 } as const;
  const inside: SecurityGroupRule =
    scope.posture.securityGroupEgress === "vpc"
      ? { ...https, description: "HTTPS inside the VPC", peer: { cidrIpv4: core.cidr } }
      : {
          ...https,
          description: "HTTPS to the VPC's endpoints",
          peer: { securityGroupId: core.endpointSecurityGroupId },
        };
  return {
    ...betweenInstances,
    services: inside,
    s3: {
      ...https,
      description: "HTTPS to S3 through its gateway endpoint",
      peer: { prefixListId: core.s3PrefixListId },
    },
  };
}

/** A subnet of the team's own in one zone: its id, resolved once its routes and its network ACL are in force. */
function teamSubnet(
  name: string,
  { scope, core, networkSlot }: WorkspaceNetworkArgs,
  zone: WorkspaceZone,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const subnet = new ec2.Subnet(
    name,
    {
      vpcId: core.vpcId,
      cidrBlock: teamSubnetCidr(core.cidr, networkSlot, zone.index),
      availabilityZone: zone.availabilityZone,
      mapPublicIpOnLaunch: false,
      tags: tagsOf(scope, physicalName("subnet", scope, zone.zone)),
    },
    opts,
  );
  const routes = new ec2.RouteTableAssociation(
    `${name}-routes`,
    { subnetId: subnet.id, routeTableId: zone.isolatedRouteTableId },
    opts,
  );
  const acl = new ec2.NetworkAclAssociation(
    `${name}-acl`,
    { subnetId: subnet.id, networkAclId: core.workloadNetworkAclId },
    opts,
  );
  return pulumi.all([subnet.id, routes.id, acl.id]).apply(([subnetId]) => subnetId);
}
