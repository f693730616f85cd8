import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { type Scope, tagsOf } from "../../secure";
import type { PlannedSubnet } from "./subnet-plan";

/** A subnet with a route table of its own, in which routes are added by whoever owns them. */
export interface RoutedSubnet extends PlannedSubnet {
  readonly subnetId: pulumi.Output<string>;
  readonly routeTableId: pulumi.Output<string>;
}

/** Makes one of the platform's subnets, its route table and both associations. */
export function makeSubnet(
  name: string,
  scope: Scope,
  planned: PlannedSubnet,
  network: { readonly vpcId: pulumi.Output<string>; readonly networkAclId: pulumi.Output<string> },
  opts: pulumi.CustomResourceOptions,
): RoutedSubnet {
  const tags = tagsOf(scope, name);
  const subnet = new ec2.Subnet(
    name,
    {
      vpcId: network.vpcId,
      cidrBlock: planned.cidrBlock,
      availabilityZone: planned.availabilityZone,
      mapPublicIpOnLaunch: false,
      tags,
    },
    opts,
  );
  const routeTable = new ec2.RouteTable(name, { vpcId: network.vpcId, tags }, opts);
  new ec2.RouteTableAssociation(name, { subnetId: subnet.id, routeTableId: routeTable.id }, opts);
  new ec2.NetworkAclAssociation(name, { subnetId: subnet.id, networkAclId: network.networkAclId }, opts);
  return { ...planned, subnetId: subnet.id, routeTableId: routeTable.id };
}
