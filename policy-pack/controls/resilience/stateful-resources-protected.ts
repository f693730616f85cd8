import { type ResourceControl, violation } from "../../core";

export const statefulResourcesProtected: ResourceControl = {
  kind: "resource",
  name: "stateful-resources-protected",
  description: "Everything that holds data, keys, secrets or evidence carries Pulumi's protect option.",
  severity: "high",
  levels: { dev: "disabled", staging: "advisory", prod: "mandatory" },
  why: "A rename, a moved line or a wrong `pulumi destroy` deletes what cannot be made again; a protected resource stops it.",
  fix: {
    text: "Give the resource, or the component that it is part of, the option protect.",
    code: `new s3.Bucket("models", { ... }, { protect: true });`,
  },
  frameworks: { nist: ["CP-9", "CM-3"] },
  // Databases that AWS itself protects are left to `delete-protection-on`; these have no such switch. A cache
  // holds what can be made again.
  types: [
    "aws:backup/vault:Vault",
    "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    "aws:cloudtrail/eventDataStore:EventDataStore",
    "aws:cloudtrail/trail:Trail",
    "aws:docdb/elasticCluster:ElasticCluster",
    "aws:dynamodb/table:Table",
    "aws:efs/fileSystem:FileSystem",
    "aws:elasticsearch/domain:Domain",
    "aws:fsx/lustreFileSystem:LustreFileSystem",
    "aws:fsx/ontapFileSystem:OntapFileSystem",
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
    "aws:fsx/windowsFileSystem:WindowsFileSystem",
    "aws:keyspaces/table:Table",
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/key:Key",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:memorydb/cluster:Cluster",
    "aws:opensearch/domain:Domain",
    "aws:opensearch/serverlessCollection:ServerlessCollection",
    "aws:redshift/cluster:Cluster",
    "aws:redshiftserverless/namespace:Namespace",
    "aws:s3/bucket:Bucket",
    "aws:s3/bucketV2:BucketV2",
    "aws:s3/directoryBucket:DirectoryBucket",
    "aws:s3/vectorsVectorBucket:VectorsVectorBucket",
    "aws:s3tables/tableBucket:TableBucket",
    "aws:sagemaker/domain:Domain",
    "aws:sagemaker/featureGroup:FeatureGroup",
    "aws:sagemaker/modelPackageGroup:ModelPackageGroup",
    "aws:secretsmanager/secret:Secret",
    "aws:timestreaminfluxdb/dbInstance:DbInstance",
    "aws:timestreamwrite/table:Table",
  ],
  check: (subject) => {
    if (subject.options.protect === true) return [];
    const found = subject.options.protect === false ? "false" : "not set";
    return [violation(subject, "protect", found, "the resource option protect: true")];
  },
};
