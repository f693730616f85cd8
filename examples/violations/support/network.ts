import * as ec2 from "@pulumi/aws/ec2";
import type { CustomResourceOptions, Output } from "@pulumi/pulumi";
import { PARTITION } from "./account";

export interface Network {
  readonly vpc: ec2.Vpc;
  /** Private subnets in two zones. */
  readonly subnetIds: readonly Output<string>[];
  /** A group without rules. */
  readonly group: ec2.SecurityGroup;
}

/** A VPC without a way to the internet: its default group closed, its traffic logged. */
export function network(options: CustomResourceOptions): Network {
  const vpc = new ec2.Vpc("ml", { cidrBlock: "10.16.0.0/16" }, options);
  new ec2.DefaultSecurityGroup("ml", { vpcId: vpc.id }, options);
  new ec2.FlowLog(
    "ml",
    {
      vpcId: vpc.id,
      trafficType: "ALL",
      logDestinationType: "s3",
      logDestination: `arn:${PARTITION}:s3:::acme-flow-logs`,
    },
    options,
  );
  const subnets = { a: "10.16.0.0/20", b: "10.16.16.0/20" };
  return {
    vpc,
    subnetIds: Object.entries(subnets).map(([zone, cidrBlock]) => {
      const availabilityZone = `eu-central-1${zone}`;
      return new ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock, availabilityZone }, options).id;
    }),
    group: new ec2.SecurityGroup(
      "workloads",
      { vpcId: vpc.id, description: "Training and serving of the fraud team" },
      options,
    ),
  };
}
