/** Where a type says that data is copied: the inputs that say so, and the names inside them. */
export interface Copies {
  readonly type: string;
  readonly input: string;
  /** Names whose value is a region. */
  readonly regions?: readonly string[];
  /** Names whose value is an account's id. */
  readonly accounts?: readonly string[];
  /** Names whose value is an ARN, which holds a region, an account or both. */
  readonly arns?: readonly string[];
}

/** Everything of AWS that keeps a copy of data elsewhere, but buckets, whose ARNs say neither region nor account. */
export const COPIES: readonly Copies[] = [
  { type: "aws:backup/plan:Plan", input: "rules", arns: ["destinationVaultArn"] },
  { type: "aws:dynamodb/globalTable:GlobalTable", input: "replicas", regions: ["regionName"] },
  { type: "aws:dynamodb/table:Table", input: "replicas", regions: ["regionName"] },
  { type: "aws:dynamodb/tableReplica:TableReplica", input: "globalTableArn", arns: ["globalTableArn"] },
  { type: "aws:ebs/snapshotCopy:SnapshotCopy", input: "sourceRegion", regions: ["sourceRegion"] },
  { type: "aws:ec2/amiCopy:AmiCopy", input: "sourceAmiRegion", regions: ["sourceAmiRegion"] },
  {
    type: "aws:ecr/replicationConfiguration:ReplicationConfiguration",
    input: "replicationConfiguration",
    regions: ["region"],
    accounts: ["registryId"],
  },
  {
    type: "aws:efs/replicationConfiguration:ReplicationConfiguration",
    input: "destination",
    regions: ["region"],
  },
  {
    type: "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
    input: "distributions",
    regions: ["region"],
    accounts: ["targetAccountIds", "userIds"],
  },
  {
    type: "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
    input: "sourceDbInstanceArn",
    arns: ["sourceDbInstanceArn"],
  },
  {
    type: "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
    input: "details",
    accounts: ["bucketAccountId"],
  },
  { type: "aws:secretsmanager/secret:Secret", input: "replicas", regions: ["region"] },
];
