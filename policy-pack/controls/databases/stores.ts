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
  "aws:docdb/globalCluster:GlobalCluster": {
    on: ["storageEncrypted"],
    copiedFrom: ["sourceDbClusterIdentifier"],
  },
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
  "aws:rds/snapshotCopy:SnapshotCopy": withKey("kmsKeyId"),
  "aws:redshift/cluster:Cluster": { notOff: ["encrypted"], keys: ["kmsKeyId"] },
  "aws:redshiftserverless/namespace:Namespace": withKey("kmsKeyId"),

  // Caches
  "aws:dax/cluster:Cluster": {
    on: ["serverSideEncryption.enabled"],
    tls: [{ property: "clusterEndpointEncryptionType", unset: false }],
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    on: ["atRestEncryptionEnabled", "transitEncryptionEnabled"],
    keys: ["kmsKeyId"],
    copiedFrom: ["globalReplicationGroupId"],
  },
  "aws:elasticache/serverlessCache:ServerlessCache": withKey("kmsKeyId"),
  "aws:memorydb/cluster:Cluster": { notOff: ["tlsEnabled"], keys: ["kmsKeyArn"] },

  // Streams and brokers
  "aws:kinesis/videoStream:VideoStream": withKey("kmsKeyId"),
  "aws:mq/broker:Broker": withKey("encryptionOptions.kmsKeyId"),
  "aws:msk/cluster:Cluster": {
    notOff: ["encryptionInfo.encryptionInTransit.inCluster"],
    tls: [{ property: "encryptionInfo.encryptionInTransit.clientBroker", unset: true }],
    keys: ["encryptionInfo.encryptionAtRestKmsKeyArn"],
  },

  // Search, time series and other tables
  "aws:kendra/index:Index": withKey("serverSideEncryptionConfiguration.kmsKeyId"),
  "aws:keyspaces/table:Table": withKey("encryptionSpecification.kmsKeyIdentifier"),
  "aws:qldb/ledger:Ledger": withKey("kmsKey"),
  "aws:s3tables/tableBucket:TableBucket": withKey("encryptionConfiguration.kmsKeyArn"),
  "aws:timestreamwrite/database:Database": withKey("kmsKeyId"),

  // Where people work, and what moves data
  "aws:codeartifact/domain:Domain": withKey("encryptionKey"),
  "aws:dms/replicationInstance:ReplicationInstance": withKey("kmsKeyArn"),
  "aws:storagegateway/nfsFileShare:NfsFileShare": { on: ["kmsEncrypted"], keys: ["kmsKeyArn"] },
  "aws:storagegateway/smbFileShare:SmbFileShare": { on: ["kmsEncrypted"], keys: ["kmsKeyArn"] },
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
  "aws:comprehend/documentClassifier:DocumentClassifier": withKey("modelKmsKeyId", "volumeKmsKeyId"),
  "aws:comprehend/entityRecognizer:EntityRecognizer": withKey("modelKmsKeyId", "volumeKmsKeyId"),
};
