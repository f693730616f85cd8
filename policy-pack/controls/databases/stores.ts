/** What keeps a kind of store's content secret: switches that must be on, and where its key is named. */
export interface Protection {
  /** Switches that must be true. */
  readonly on?: readonly string[];
  /** Switches that are on unless they are turned off. */
  readonly notOff?: readonly string[];
  /** Properties that must be `TLS`; unset, it is that or not, as the second says. */
  readonly tls?: readonly { readonly property: string; readonly unset: boolean }[];
  /** Where customer keys are named. */
  readonly keys?: readonly string[];
  /** Blocks with a key of their own; without the block, it is AWS's or that of what holds the store, as the third says. */
  readonly blocks?: readonly {
    readonly list: string;
    readonly key: string;
    readonly inherits: boolean;
  }[];
  /** Properties by which a store takes the protection of another, whose copy it is. */
  readonly copiedFrom?: readonly string[];
}

const withKey = (...keys: readonly string[]): Protection => ({ keys });
const cluster = (key: string, ...copiedFrom: readonly string[]): Protection => ({
  on: ["storageEncrypted"],
  keys: [key],
  copiedFrom,
});

/** By type. What is in VPCs and holds data is here; buckets, tables, file systems and queues have controls of their own. */
export const PROTECTIONS: Readonly<Record<string, Protection>> = {
  // Relational databases and warehouses
  "aws:docdb/cluster:Cluster": cluster("kmsKeyId"),
  "aws:docdb/elasticCluster:ElasticCluster": withKey("kmsKeyId"),
  "aws:dms/replicationConfig:ReplicationConfig": withKey("computeConfig.kmsKeyId"),
  "aws:docdb/globalCluster:GlobalCluster": {
    on: ["storageEncrypted"],
    copiedFrom: ["sourceDbClusterIdentifier"],
  },
  "aws:dsql/cluster:Cluster": withKey("kmsEncryptionKey"),
  "aws:neptune/cluster:Cluster": cluster("kmsKeyArn", "replicationSourceIdentifier"),
  "aws:neptune/globalCluster:GlobalCluster": {
    on: ["storageEncrypted"],
    copiedFrom: ["sourceDbClusterIdentifier"],
  },
  "aws:neptunegraph/graph:Graph": withKey("kmsKeyIdentifier"),
  "aws:rds/cluster:Cluster": cluster("kmsKeyId", "replicationSourceIdentifier"),
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": withKey("kmsKeyId"),
  "aws:rds/globalCluster:GlobalCluster": {
    on: ["storageEncrypted"],
    copiedFrom: ["sourceDbClusterIdentifier"],
  },
  "aws:rds/instance:Instance": cluster("kmsKeyId", "replicateSourceDb"),
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": withKey("kmsKeyId"),
  "aws:rds/proxy:Proxy": { on: ["requireTls"] },
  "aws:rds/snapshotCopy:SnapshotCopy": withKey("kmsKeyId"),
  "aws:redshift/cluster:Cluster": { notOff: ["encrypted"], keys: ["kmsKeyId"] },
  "aws:redshift/snapshotCopyGrant:SnapshotCopyGrant": withKey("kmsKeyId"),
  "aws:redshiftserverless/namespace:Namespace": withKey("kmsKeyId"),

  // Caches
  "aws:appsync/apiCache:ApiCache": { on: ["atRestEncryptionEnabled", "transitEncryptionEnabled"] },
  "aws:dax/cluster:Cluster": {
    on: ["serverSideEncryption.enabled"],
    tls: [{ property: "clusterEndpointEncryptionType", unset: false }],
  },
  "aws:elasticache/cluster:Cluster": {
    on: ["transitEncryptionEnabled"],
    copiedFrom: ["replicationGroupId"],
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    on: ["atRestEncryptionEnabled", "transitEncryptionEnabled"],
    keys: ["kmsKeyId"],
    copiedFrom: ["globalReplicationGroupId"],
  },
  "aws:elasticache/serverlessCache:ServerlessCache": withKey("kmsKeyId"),
  "aws:memorydb/cluster:Cluster": { notOff: ["tlsEnabled"], keys: ["kmsKeyArn"] },
  "aws:memorydb/snapshot:Snapshot": withKey("kmsKeyArn"),

  // Streams and brokers
  "aws:kinesis/videoStream:VideoStream": withKey("kmsKeyId"),
  "aws:mq/broker:Broker": withKey("encryptionOptions.kmsKeyId"),
  "aws:msk/cluster:Cluster": {
    notOff: ["encryptionInfo.encryptionInTransit.inCluster"],
    tls: [{ property: "encryptionInfo.encryptionInTransit.clientBroker", unset: true }],
    keys: ["encryptionInfo.encryptionAtRestKmsKeyArn"],
  },

  "aws:opensearchingest/pipeline:Pipeline": withKey("encryptionAtRestOptions.kmsKeyArn"),

  // Search, time series and other tables
  "aws:amp/workspace:Workspace": withKey("kmsKeyArn"),
  "aws:kendra/index:Index": withKey("serverSideEncryptionConfiguration.kmsKeyId"),
  "aws:keyspaces/table:Table": withKey("encryptionSpecification.kmsKeyIdentifier"),
  "aws:qldb/ledger:Ledger": withKey("kmsKey"),
  "aws:s3/vectorsIndex:VectorsIndex": {
    blocks: [{ list: "encryptionConfigurations", key: "kmsKeyArn", inherits: true }],
  },
  "aws:s3/vectorsVectorBucket:VectorsVectorBucket": {
    blocks: [{ list: "encryptionConfigurations", key: "kmsKeyArn", inherits: false }],
  },
  "aws:s3tables/table:Table": {
    blocks: [{ list: "encryptionConfiguration", key: "kmsKeyArn", inherits: true }],
  },
  "aws:s3tables/tableBucket:TableBucket": withKey("encryptionConfiguration.kmsKeyArn"),
  "aws:timestreamwrite/database:Database": withKey("kmsKeyId"),

  // Where people work, and what moves data
  "aws:codeartifact/domain:Domain": withKey("encryptionKey"),
  "aws:dms/replicationInstance:ReplicationInstance": withKey("kmsKeyArn"),
  "aws:mwaa/environment:Environment": withKey("kmsKey"),
  "aws:storagegateway/cachesIscsiVolume:CachesIscsiVolume": { on: ["kmsEncrypted"], keys: ["kmsKey"] },
  "aws:storagegateway/nfsFileShare:NfsFileShare": { on: ["kmsEncrypted"], keys: ["kmsKeyArn"] },
  "aws:storagegateway/smbFileShare:SmbFileShare": { on: ["kmsEncrypted"], keys: ["kmsKeyArn"] },
  "aws:storagegateway/storedIscsiVolume:StoredIscsiVolume": { on: ["kmsEncrypted"], keys: ["kmsKey"] },
  "aws:workspaces/workspace:Workspace": {
    on: ["rootVolumeEncryptionEnabled", "userVolumeEncryptionEnabled"],
    keys: ["volumeEncryptionKey"],
  },

  // Agents and language models
  "aws:bedrock/agentAgent:AgentAgent": withKey("customerEncryptionKeyArn"),
  "aws:bedrock/agentDataSource:AgentDataSource": withKey("serverSideEncryptionConfiguration.kmsKeyArn"),
  "aws:bedrock/agentFlow:AgentFlow": withKey("customerEncryptionKeyArn"),
  "aws:bedrock/agentPrompt:AgentPrompt": withKey("customerEncryptionKeyArn"),
  "aws:bedrock/agentcoreMemory:AgentcoreMemory": withKey("encryptionKeyArn"),
  "aws:bedrock/agentcoreHarness:AgentcoreHarness": {
    blocks: [{ list: "memory.managedMemoryConfiguration", key: "encryptionKeyArn", inherits: true }],
  },
  "aws:comprehend/documentClassifier:DocumentClassifier": withKey("modelKmsKeyId", "volumeKmsKeyId"),
  "aws:comprehend/entityRecognizer:EntityRecognizer": withKey("modelKmsKeyId", "volumeKmsKeyId"),
  "aws:qbusiness/application:Application": withKey("encryptionConfiguration.kmsKeyId"),
};
