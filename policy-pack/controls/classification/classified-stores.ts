import {
  deferred,
  type Finding,
  type Graph,
  isTrue,
  mustBe,
  mustBeCustomerKey,
  type Node,
  violation,
} from "../../core";

/** `copiesAreJudged`: whether `replication-in-boundary` says which copies stay within the company. */
type Judge = (graph: Graph, node: Node, copiesAreJudged: boolean) => readonly Finding[];

/** Findings for a list that would copy data elsewhere. */
function judgeCopies(node: Node, property: string): readonly Finding[] {
  const list = node.properties.list(property);
  if (list.state === "unknown") return [deferred(node, property)];
  return list.state === "known" && list.value.length > 0
    ? [violation(node, property, `${list.value.length} copies`, "no copies of classified data")]
    : [];
}

const judgeTable: Judge = (_, table, copiesAreJudged) => [
  ...mustBe(table, "serverSideEncryption.enabled", isTrue, "true"),
  ...mustBeCustomerKey(table, "serverSideEncryption.kmsKeyArn"),
  ...mustBe(table, "pointInTimeRecovery.enabled", isTrue, "true"),
  ...(copiesAreJudged ? [] : judgeCopies(table, "replicas")),
];

const judgeFileSystem: Judge = (graph, fileSystem, copiesAreJudged) => [
  ...mustBe(fileSystem, "encrypted", isTrue, "true"),
  ...mustBeCustomerKey(fileSystem, "kmsKeyId"),
  ...judgeBackup(graph, fileSystem),
  ...(copiesAreJudged ? [] : judgeReplication(graph, fileSystem)),
];

function judgeReplication(graph: Graph, fileSystem: Node): readonly Finding[] {
  return graph
    .pointingTo(fileSystem, "sourceFileSystemId", "aws:efs/replicationConfiguration:ReplicationConfiguration")
    .map((node) => violation(node, "destination", "a replication", "no replication of classified data"));
}

function judgeBackup(graph: Graph, fileSystem: Node): readonly Finding[] {
  const policies = graph.pointingTo(fileSystem, "fileSystemId", "aws:efs/backupPolicy:BackupPolicy");
  if (policies.length === 0) {
    return [violation(fileSystem, "backupPolicy", "no BackupPolicy", "a BackupPolicy that is ENABLED")];
  }
  return policies.flatMap((policy) =>
    mustBe(policy, "backupPolicy.status", (status) => status === "ENABLED", '"ENABLED"'),
  );
}

/** Lustre keeps no backups unless it is told for how many days. */
const judgeFsx: Judge = (_, fileSystem) => [
  ...mustBeCustomerKey(fileSystem, "kmsKeyId"),
  ...mustBe(fileSystem, "automaticBackupRetentionDays", (days) => Number(days) > 0, "1 or more"),
];

/** Each store that a feature group has is encrypted with a key of one's own. */
const judgeFeatures: Judge = (_, group) => [
  ...(group.properties.get("onlineStoreConfig").state === "unset"
    ? []
    : mustBeCustomerKey(group, "onlineStoreConfig.securityConfig.kmsKeyId")),
  ...(group.properties.get("offlineStoreConfig").state === "unset"
    ? []
    : mustBeCustomerKey(group, "offlineStoreConfig.s3StorageConfig.kmsKeyId")),
];

const judgeSecret: Judge = (_, secret, copiesAreJudged) => [
  ...mustBeCustomerKey(secret, "kmsKeyId"),
  ...(copiesAreJudged ? [] : judgeCopies(secret, "replicas")),
];

/** Stores of data besides buckets, and what each needs when its data is classified. */
export const STORES: Readonly<Record<string, Judge>> = {
  "aws:dynamodb/table:Table": judgeTable,
  "aws:efs/fileSystem:FileSystem": judgeFileSystem,
  "aws:fsx/lustreFileSystem:LustreFileSystem": judgeFsx,
  "aws:fsx/ontapFileSystem:OntapFileSystem": judgeFsx,
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": judgeFsx,
  "aws:sagemaker/featureGroup:FeatureGroup": judgeFeatures,
  "aws:secretsmanager/secret:Secret": judgeSecret,
};

export function judgeStore(graph: Graph, node: Node, copiesAreJudged: boolean): readonly Finding[] {
  return STORES[node.type]?.(graph, node, copiesAreJudged) ?? [];
}
