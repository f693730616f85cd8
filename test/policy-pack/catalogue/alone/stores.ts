import { ACCOUNT, arn, GROUP, KEY, LOG_GROUP, policy, PROTECTED, SUBNETS } from "./platform";
import { add, added, type Row } from "./row";

const EFS = "arn:aws:elasticfilesystem:eu-central-1:888888888888:file-system/fs-0a1b2c3d4e5f60718";
const FILES = "fs-0a1b2c3d4e5f60718";

/** Refuses what comes without TLS. */
const tlsOnly = (action: string, resource: string) =>
  policy({
    Effect: "Deny",
    Principal: "*",
    Action: action,
    Resource: resource,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  });

const files = add(
  "efs/fileSystem:FileSystem",
  "files",
  { id: FILES, arn: EFS, encrypted: true, kmsKeyId: KEY },
  PROTECTED,
);
const filesPolicy = add("efs/fileSystemPolicy:FileSystemPolicy", "files", {
  fileSystemId: FILES,
  policy: tlsOnly("*", EFS),
});
const filesBackup = add("efs/backupPolicy:BackupPolicy", "files", {
  fileSystemId: FILES,
  backupPolicy: { status: "ENABLED" },
});
const filesSelection = add("backup/selection:Selection", "files", {
  planId: "0f0f0f0f-1111-4222-8333-444444444444",
  iamRoleArn: arn("iam", "role/backup", ""),
  resources: [EFS],
});
const accessPoint = add("efs/accessPoint:AccessPoint", "files", {
  fileSystemId: FILES,
  rootDirectory: { path: "/training" },
  posixUser: { uid: 1000, gid: 1000 },
});
const scratch = add(
  "fsx/lustreFileSystem:LustreFileSystem",
  "scratch",
  {
    arn: arn("fsx", "file-system/fs-0123456789abcdef0"),
    deploymentType: "PERSISTENT_2",
    kmsKeyId: KEY,
    skipFinalBackup: false,
    copyTagsToBackups: true,
    subnetIds: SUBNETS[0],
    automaticBackupRetentionDays: 30,
    logConfiguration: { level: "WARN_ERROR", destination: LOG_GROUP },
  },
  PROTECTED,
);
const scratchBackup = add("backup/selection:Selection", "scratch", {
  planId: "0f0f0f0f-1111-4222-8333-444444444444",
  iamRoleArn: arn("iam", "role/backup", ""),
  resources: [arn("fsx", "file-system/fs-0123456789abcdef0")],
});
const table = add(
  "dynamodb/table:Table",
  "features",
  {
    hashKey: "id",
    attributes: [{ name: "id", type: "S" }],
    serverSideEncryption: { enabled: true, kmsKeyArn: KEY },
    pointInTimeRecovery: { enabled: true },
    deletionProtectionEnabled: true,
  },
  PROTECTED,
);
const database = add(
  "rds/instance:Instance",
  "metadata",
  {
    engine: "postgres",
    engineVersion: "17.4",
    instanceClass: "db.m7g.large",
    storageEncrypted: true,
    kmsKeyId: KEY,
    publiclyAccessible: false,
    multiAz: true,
    backupRetentionPeriod: 14,
    deletionProtection: true,
    iamDatabaseAuthenticationEnabled: true,
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: KEY,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: KEY,
    enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
    copyTagsToSnapshot: true,
    dbSubnetGroupName: "isolated",
    vpcSecurityGroupIds: [GROUP],
  },
  PROTECTED,
);
const queue = add("sqs/queue:Queue", "jobs", {
  id: "https://sqs.eu-central-1.amazonaws.com/888888888888/jobs",
  arn: arn("sqs", "jobs"),
  kmsMasterKeyId: KEY,
});
const queuePolicy = add("sqs/queuePolicy:QueuePolicy", "jobs", {
  queueUrl: "https://sqs.eu-central-1.amazonaws.com/888888888888/jobs",
  policy: tlsOnly("sqs:*", arn("sqs", "jobs")),
});
const stream = add("kinesis/stream:Stream", "events", {
  encryptionType: "KMS",
  kmsKeyId: KEY,
  retentionPeriod: 168,
  streamModeDetails: { streamMode: "ON_DEMAND" },
});
const search = add(
  "opensearch/domain:Domain",
  "search",
  {
    domainName: "search",
    engineVersion: "OpenSearch_2.19",
    encryptAtRest: { enabled: true, kmsKeyId: KEY },
    nodeToNodeEncryption: { enabled: true },
    domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
    advancedSecurityOptions: {
      enabled: true,
      masterUserOptions: { masterUserArn: arn("iam", "role/search-administration", "") },
    },
    vpcOptions: { subnetIds: SUBNETS, securityGroupIds: [GROUP] },
    logPublishingOptions: ["AUDIT_LOGS", "INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS"].map((logType) => ({
      logType,
      cloudwatchLogGroupArn: LOG_GROUP,
      enabled: true,
    })),
    clusterConfig: {
      instanceCount: 3,
      zoneAwarenessEnabled: true,
      zoneAwarenessConfig: { availabilityZoneCount: 3 },
    },
  },
  PROTECTED,
);
const parameter = add("ssm/parameter:Parameter", "endpoint-token", {
  type: "SecureString",
  keyId: KEY,
  valueWo: "from the secret store",
  valueWoVersion: 1,
});
const volume = add("ebs/volume:Volume", "scratch-disk", {
  availabilityZone: "eu-central-1a",
  size: 100,
  encrypted: true,
  kmsKeyId: KEY,
});
const snapshot = add("ebs/snapshotCopy:SnapshotCopy", "copied", {
  sourceSnapshotId: "snap-0a1b2c3d4e5f60718",
  sourceRegion: "eu-central-1",
  encrypted: true,
  kmsKeyId: KEY,
});
const repository = add(
  "ecr/repository:Repository",
  "training",
  {
    name: "acme/training",
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: KEY }],
  },
  PROTECTED,
);
const images = add("ecr/lifecyclePolicy:LifecyclePolicy", "training", {
  repository: "acme/training",
  policy: JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        selection: {
          tagStatus: "untagged",
          countType: "sinceImagePushed",
          countUnit: "days",
          countNumber: 14,
        },
        action: { type: "expire" },
      },
    ],
  }),
});
const upstream = add("ecr/pullThroughCacheRule:PullThroughCacheRule", "upstream", {
  ecrRepositoryPrefix: "shared",
  upstreamRegistryUrl: "444444444444.dkr.ecr.eu-central-1.amazonaws.com",
});
const catalog = add("glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings", "catalog", {
  dataCatalogEncryptionSettings: {
    connectionPasswordEncryption: { returnConnectionPasswordEncrypted: true, awsKmsKeyId: KEY },
    encryptionAtRest: { catalogEncryptionMode: "SSE-KMS", sseAwsKmsKeyId: KEY },
  },
});
const replica = add("ecr/replicationConfiguration:ReplicationConfiguration", "images", {
  replicationConfiguration: {
    rules: [{ destinations: [{ region: "eu-west-1", registryId: ACCOUNT }] }],
  },
});

/** Stores of data that the platform has none of, each well made but for one property. */
export const STORES: readonly Row[] = [
  added(
    "efs-cmk-encryption",
    [files, filesPolicy, filesBackup, filesSelection],
    ["kmsKeyId"],
    "alias/aws/elasticfilesystem",
  ),
  added(
    "file-system-backups",
    [filesBackup, filesPolicy, files, filesSelection],
    ["backupPolicy", "status"],
    "DISABLED",
  ),
  added(
    "efs-mount-targets-private",
    [accessPoint, files, filesPolicy, filesBackup, filesSelection],
    ["rootDirectory", "path"],
    "/",
  ),
  added("fsx-cmk-encryption", [scratch, scratchBackup], ["kmsKeyId"]),
  added("dynamodb-cmk-encryption", [table], ["serverSideEncryption"]),
  added("dynamodb-pitr-and-protection", [table], ["pointInTimeRecovery", "enabled"], false),
  added("data-store-cmk-encryption", [database], ["storageEncrypted"], false),
  added("database-backups-kept", [database], ["backupRetentionPeriod"], 1),
  added("database-not-public", [database], ["publiclyAccessible"], true),
  added("messaging-cmk-encryption", [queue, queuePolicy], ["kmsMasterKeyId"]),
  added(
    "messaging-tls-only",
    [queuePolicy, queue],
    ["policy"],
    policy({
      ...JSON.parse(tlsOnly("sqs:*", arn("sqs", "jobs"))).Statement[0],
      Condition: { Bool: { "aws:SecureTransport": "true" } },
    }),
  ),
  added("streaming-cmk-encryption", [stream], ["encryptionType"], "NONE"),
  added("opensearch-encryption", [search], ["nodeToNodeEncryption", "enabled"], false),
  added(
    "opensearch-fine-grained-access",
    [search],
    ["advancedSecurityOptions", "anonymousAuthEnabled"],
    true,
  ),
  added("opensearch-in-vpc", [search], ["vpcOptions"]),
  added("ssm-parameter-secure", [parameter], ["type"], "String"),
  added("ebs-volume-cmk-encryption", [volume], ["encrypted"], false),
  added("snapshot-ami-copy-encryption", [snapshot], ["encrypted"], false),
  added("ecr-immutable-and-scanned", [repository, images], ["imageTagMutability"], "MUTABLE"),
  added("ecr-upstreams-allow-listed", [upstream], ["upstreamRegistryUrl"], "registry-1.docker.io"),
  added(
    "glue-encrypted",
    [catalog],
    ["dataCatalogEncryptionSettings", "encryptionAtRest", "catalogEncryptionMode"],
    "DISABLED",
  ),
  added(
    "replication-in-boundary",
    [replica],
    ["replicationConfiguration", "rules", 0, "destinations", 0, "region"],
    "us-east-1",
  ),
];
