import type * as pulumi from "@pulumi/pulumi";

/** What a team's workspace needs from the core of the account that it lives in. */
export interface WorkspaceCore {
  readonly vpcId: pulumi.Input<string>;
  /** The VPC's range, a /16, from the config: subnets are planned before the VPC exists. */
  readonly vpcCidr: string;
  /** The zones that networks span, in the order that the network plan goes by. */
  readonly zones: readonly Zone[];
  /** The route table without a way out of the VPC, of each zone, by the zone's letter. */
  readonly isolatedRouteTableIds: Readonly<Record<string, pulumi.Input<string>>>;
  /** The security group of the VPC's interface endpoints. */
  readonly endpointSecurityGroupId: pulumi.Input<string>;
  /** The prefix list of S3's gateway endpoint. */
  readonly s3PrefixListId: pulumi.Input<string>;
  /** The account's and region's one bucket for S3 access logs. */
  readonly accessLogBucketName: pulumi.Input<string>;
  /** The permission boundary of every role in the account, by ARN. */
  readonly boundaryArn: pulumi.Input<string>;
}

/** An availability zone: its letter, by which things are keyed, and its name, such as `eu-central-1a`. */
export interface Zone {
  readonly letter: string;
  readonly name: string;
}
