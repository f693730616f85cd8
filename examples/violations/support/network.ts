import * as ec2 from "@pulumi/aws/ec2";
import type { CustomResourceOptions, Output } from "@pulumi/pulumi";
import { PARTITION } from "./account";
import { closeWaysOut } from "./ways-out";
import { endpoints } from "./endpoints";

export interface Network {
  readonly vpc: ec2.Vpc;
  /** Private subnets in two zones. */
  readonly subnetIds: readonly Output<string>[];
  /** A group without rules. */
  readonly group: ec2.SecurityGroup;
}

/** A VPC without a way to the internet: its default group closed, its traffic logged, with endpoints for what jobs call. */
export function network(options: CustomResourceOptions): Network {
  const vpc = new ec2.Vpc("ml", { cidrBlock: "10.16.0.0/16" }, options);
  new ec2.DefaultSecurityGroup("ml", { vpcId: vpc.id }, options);
  new ec2.FlowLog(
    "ml",
    {
      vpcId: vpc.id,
      trafficType: "ALL",
      logDestinationType: "s3",
      logDestination: `arn:${PARTITION}:s3:::acme-flow-logs-222222222222`,
    },
    options,
  );
  const group = new ec2.SecurityGroup(
    "workloads",
    { vpcId: vpc.id, description: "Training and serving of the fraud team" },
    options,
  );
  const zones = { a: "10.16.0.0/20", b: "10.16.16.0/20" };
  const subnetIds = Object.entries(zones).map(([zone, cidrBlock]) => {
    const availabilityZone = `eu-central-1${zone}`;
    return new ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock, availabilityZone }, options).id;
  });
  endpoints(vpc, subnetIds, group, options);
  closeWaysOut(vpc, options);
  return { vpc, subnetIds, group };
}
