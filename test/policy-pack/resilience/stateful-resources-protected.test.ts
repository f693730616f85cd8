import { statefulResourcesProtected as control } from "../../../policy-pack/controls/resilience/stateful-resources-protected";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const TYPES = [
  "backup/vault:Vault",
  "cloudtrail/trail:Trail",
  "docdb/elasticCluster:ElasticCluster",
  "dynamodb/table:Table",
  "efs/fileSystem:FileSystem",
  "fsx/lustreFileSystem:LustreFileSystem",
  "keyspaces/table:Table",
  "kms/key:Key",
  "kms/replicaKey:ReplicaKey",
  "memorydb/cluster:Cluster",
  "opensearch/domain:Domain",
  "redshift/cluster:Cluster",
  "redshiftserverless/namespace:Namespace",
  "s3/bucket:Bucket",
  "s3/bucketV2:BucketV2",
  "sagemaker/domain:Domain",
  "sagemaker/featureGroup:FeatureGroup",
  "sagemaker/modelPackageGroup:ModelPackageGroup",
  "secretsmanager/secret:Secret",
  "timestreaminfluxdb/dbInstance:DbInstance",
  "timestreamwrite/table:Table",
];

describe("stateful-resources-protected", () => {
  for (const type of TYPES) {
    it(`judges ${type}`, () => {
      const line = [`x (${type.split(":")[0] ?? ""}): protect`];
      passes(control, [declare(type, "x", {}, { options: { protect: true } })]);
      violates(control, [declare(type, "x", {}, { options: { protect: false } })], line);
      violates(control, [declare(type, "x")], line);
    });
  }

  it("is not content with a property of that name", () => {
    violates(control, [declare("kms/key:Key", "x", { protect: true })], ["x (kms/key): protect"]);
    notApplicable(control, [declare("rds/instance:Instance", "x")]);
    notApplicable(control, [declare("elasticache/replicationGroup:ReplicationGroup", "x")]);
    notApplicable(control, [declare("s3/bucketPolicy:BucketPolicy", "p")]);
  });
});
