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
  {
    type: "aws:dlm/lifecyclePolicy:LifecyclePolicy",
    input: "policyDetails",
    regions: ["target", "targetRegion"],
  },
  { type: "aws:dsql/cluster:Cluster", input: "multiRegionProperties", regions: ["witnessRegion"] },
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
    type: "aws:keyspaces/keyspace:Keyspace",
    input: "replicationSpecification",
    regions: ["regionLists"],
  },
  {
    type: "aws:observabilityadmin/centralizationRuleForOrganization:CentralizationRuleForOrganization",
    input: "rule",
    regions: ["region"],
    accounts: ["account"],
  },
  {
    type: "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
    input: "destinationRegion",
    regions: ["destinationRegion"],
  },
  {
    type: "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
    input: "sourceDbInstanceArn",
    arns: ["sourceDbInstanceArn"],
  },
  { type: "aws:rds/snapshotCopy:SnapshotCopy", input: "destinationRegion", regions: ["destinationRegion"] },
  {
    type: "aws:redshift/snapshotCopy:SnapshotCopy",
    input: "destinationRegion",
    regions: ["destinationRegion"],
  },
  {
    type: "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
    input: "details",
    accounts: ["bucketAccountId"],
  },
  { type: "aws:secretsmanager/secret:Secret", input: "replicas", regions: ["region"] },
  { type: "aws:securitylake/dataLake:DataLake", input: "configuration", regions: ["region", "regions"] },
  { type: "aws:ssm/resourceDataSync:ResourceDataSync", input: "s3Destination", regions: ["region"] },
  { type: "aws:ssmincidents/replicationSet:ReplicationSet", input: "regions", regions: ["name"] },
];
