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
import type { WorkspaceCore } from "./core-inputs";

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
      core.zones.map((zone, index) => {
        const subnet = new ec2.Subnet(
          `${name}-${zone.letter}`,
          {
            vpcId: core.vpcId,
            cidrBlock: teamSubnetCidr(core.vpcCidr, args.networkSlot, index),
            availabilityZone: zone.name,
            mapPublicIpOnLaunch: false,
            tags: tagsOf(scope, physicalName("subnet", scope, zone.letter)),
          },
          child,
        );
        const routes = new ec2.RouteTableAssociation(
          `${name}-${zone.letter}-routes`,
          { subnetId: subnet.id, routeTableId: isolatedRouteTable(core, zone.letter) },
          child,
        );
        // Until the association is there, the VPC's main route table holds for the subnet.
        return [zone.letter, routes.subnetId.apply((id) => id as string)];
      }),
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
      ? { ...https, description: "HTTPS inside the VPC", peer: { cidrIpv4: core.vpcCidr } }
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

function isolatedRouteTable(core: WorkspaceCore, letter: string): pulumi.Input<string> {
  const id = core.isolatedRouteTableIds[letter];
  if (id === undefined) throw new Error(`The core has no isolated route table in zone ${letter}.`);
  return id;
}
