import type * as pulumi from "@pulumi/pulumi";

/** What a team's workspace needs from the core of the account that it lives in: a `PlatformCore` has it all. */
export interface WorkspaceCore {
  readonly vpcId: pulumi.Input<string>;
  /** The VPC's range, a /16, from the config: subnets are planned before the VPC exists. */
  readonly cidr: string;
  /** The zones that networks span. */
  readonly zones: readonly WorkspaceZone[];
  /** The network ACL of subnets in which workloads run. */
  readonly workloadNetworkAclId: pulumi.Input<string>;
  /** The security group of the VPC's interface endpoints. */
  readonly endpointSecurityGroupId: pulumi.Input<string>;
  /** The prefix list of S3's gateway endpoint. */
  readonly s3PrefixListId: pulumi.Input<string>;
  /** The account's and region's one bucket for S3 access logs. */
  readonly accessLogBucketName: pulumi.Input<string>;
  /** The permission boundary of every role in the account, by ARN. */
  readonly permissionsBoundaryArn: pulumi.Input<string>;
  /** The vault of the account's backups, by its name. @default none: the tier backs up nothing */
  readonly backupVaultName?: pulumi.Input<string> | undefined;
}

/** One availability zone of the account's network. */
export interface WorkspaceZone {
  /** The zone's letter, by which things are keyed. */
  readonly zone: string;
  /** The zone's name, such as `eu-central-1a`. */
  readonly availabilityZone: string;
  /** The zone's place, which decides the range of a team's subnet. */
  readonly index: number;
  /** The route table without a way out of the VPC. */
  readonly isolatedRouteTableId: pulumi.Input<string>;
}
