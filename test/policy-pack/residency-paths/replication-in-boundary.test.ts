import { replicationInBoundary as control } from "../../../policy-pack/controls/residency-paths/replication-in-boundary";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const data = declare("s3/bucket:Bucket", "data", { bucket: "acme-data" });
const replica = declare("s3/bucket:Bucket", "replica", {
  bucket: "acme-replica",
  arn: "arn:aws:s3:::acme-replica",
});
const replication = (destination: object): Declared =>
  declare("s3/bucketReplicationConfig:BucketReplicationConfig", "r", {
    bucket: ref(data),
    rules: [{ status: "Enabled", destination }],
  });
const table = (replicas: readonly object[]) => declare("dynamodb/table:Table", "t", { replicas });
const parameter = declare("ssm/parameter:Parameter", "p", { value: "us-east-1" });

describe("replication-in-boundary", () => {
  it("passes buckets of the stack and of the company's accounts", () => {
    passes(control, [data, replica, replication({ bucket: ref(replica, "arn") })]);
    passes(control, [data, replica, replication({ bucket: "arn:aws:s3:::acme-replica" })]);
    passes(control, [data, replication({ bucket: "arn:aws:s3:::elsewhere", account: "111111111111" })]);
  });

  it("finds buckets of nobody known, and of strangers", () => {
    const at = (name: string) => [`r (s3/bucketReplicationConfig): rules[0].destination.${name}`];
    violates(control, [data, replication({ bucket: "arn:aws:s3:::elsewhere" })], at("bucket"));
    violates(
      control,
      [data, replication({ bucket: "arn:aws:s3:::elsewhere", account: "999999999999" })],
      at("account"),
    );
    violates(
      control,
      [data, replica, replication({ bucket: ref(replica, "arn"), account: "999999999999" })],
      at("account"),
    );
  });

  it("finds the same in a bucket's own block, old and older", () => {
    const rules = [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::elsewhere" } }];
    violates(
      control,
      [declare("s3/bucket:Bucket", "data", { replicationConfiguration: { role: "r", rules } })],
      ["data (s3/bucket): replicationConfiguration.rules[0].destination.bucket"],
    );
    const old = [
      { rules: [{ destinations: [{ bucket: "arn:aws:s3:::elsewhere", account: "999999999999" }] }] },
    ];
    violates(
      control,
      [declare("s3/bucketV2:BucketV2", "data", { replicationConfigurations: old })],
      ["data (s3/bucketV2): replicationConfigurations[0].rules[0].destinations[0].account"],
    );
  });

  it("waits for a bucket that is not known and not of the stack", () => {
    const line = ["r (s3/bucketReplicationConfig): rules[0].destination.bucket"];
    defers(control, [data, parameter, replication({ bucket: ref(parameter, "value") })], line, line);
  });

  it("passes and finds the regions of tables, secrets, file systems, images and snapshots", () => {
    passes(control, [table([{ regionName: "eu-central-1" }])]);
    violates(
      control,
      [table([{ regionName: "eu-central-1" }, { regionName: "us-east-1" }])],
      ["t (dynamodb/table): replicas[1].regionName"],
    );
    violates(
      control,
      [declare("secretsmanager/secret:Secret", "s", { replicas: [{ region: "us-east-1" }] })],
      ["s (secretsmanager/secret): replicas[0].region"],
    );
    violates(
      control,
      [
        declare("efs/replicationConfiguration:ReplicationConfiguration", "e", {
          destination: { region: "us-east-1" },
        }),
      ],
      ["e (efs/replicationConfiguration): destination.region"],
    );
    violates(
      control,
      [declare("ebs/snapshotCopy:SnapshotCopy", "c", { sourceRegion: "us-east-1" })],
      ["c (ebs/snapshotCopy): sourceRegion"],
    );
    violates(
      control,
      [declare("ec2/amiCopy:AmiCopy", "a", { sourceAmiRegion: "us-east-1" })],
      ["a (ec2/amiCopy): sourceAmiRegion"],
    );
    violates(
      control,
      [
        declare("imagebuilder/distributionConfiguration:DistributionConfiguration", "d", {
          distributions: [
            { region: "us-east-1", amiDistributionConfiguration: { targetAccountIds: ["999999999999"] } },
          ],
        }),
      ],
      [
        "d (imagebuilder/distributionConfiguration): distributions[0].region",
        "d (imagebuilder/distributionConfiguration): distributions[0].amiDistributionConfiguration.targetAccountIds[0]",
      ],
    );
  });

  it("finds the regions of what copies by a schedule, an event, or by itself", () => {
    for (const [type, path, props] of [
      [
        "dlm/lifecyclePolicy:LifecyclePolicy",
        "policyDetails.schedules[0].crossRegionCopyRules[0].target",
        { policyDetails: { schedules: [{ crossRegionCopyRules: [{ target: "us-east-1" }] }] } },
      ],
      [
        "dlm/lifecyclePolicy:LifecyclePolicy",
        "policyDetails.action.crossRegionCopies[0].target",
        { policyDetails: { action: { crossRegionCopies: [{ target: "us-east-1" }] } } },
      ],
      [
        "dsql/cluster:Cluster",
        "multiRegionProperties.witnessRegion",
        { multiRegionProperties: { witnessRegion: "us-east-1" } },
      ],
      [
        "keyspaces/keyspace:Keyspace",
        "replicationSpecification.regionLists[0]",
        { replicationSpecification: { regionLists: ["us-east-1", "eu-central-1"] } },
      ],
      ["rds/snapshotCopy:SnapshotCopy", "destinationRegion", { destinationRegion: "us-east-1" }],
      ["redshift/snapshotCopy:SnapshotCopy", "destinationRegion", { destinationRegion: "us-east-1" }],
      ["ssmincidents/replicationSet:ReplicationSet", "regions[0].name", { regions: [{ name: "us-east-1" }] }],
    ] as const) {
      violates(control, [declare(type, "x", props)], [`x (${type.split(":")[0] ?? ""}): ${path}`]);
    }
    const snapshots = { schedules: [{ crossRegionCopyRules: [{ target: "eu-central-1" }] }] };
    passes(control, [declare("dlm/lifecyclePolicy:LifecyclePolicy", "x", { policyDetails: snapshots })]);
  });

  it("finds another registry, and a vault of another region or account", () => {
    const rules = [{ destinations: [{ region: "eu-central-1", registryId: "999999999999" }] }];
    violates(
      control,
      [
        declare("ecr/replicationConfiguration:ReplicationConfiguration", "e", {
          replicationConfiguration: { rules },
        }),
      ],
      ["e (ecr/replicationConfiguration): replicationConfiguration.rules[0].destinations[0].registryId"],
    );
    const plan = (destinationVaultArn: string) =>
      declare("backup/plan:Plan", "b", { rules: [{ copyActions: [{ destinationVaultArn }] }] });
    const line = ["b (backup/plan): rules[0].copyActions[0].destinationVaultArn"];
    passes(control, [plan("arn:aws:backup:eu-central-1:111111111111:backup-vault:v")]);
    violates(control, [plan("arn:aws:backup:us-east-1:111111111111:backup-vault:v")], line);
    violates(control, [plan("arn:aws:backup:eu-central-1:999999999999:backup-vault:v")], line);
  });

  it("waits for a region that is not known yet", () => {
    const line = ["t (dynamodb/table): replicas[0].regionName"];
    defers(control, [parameter, table([{ regionName: ref(parameter, "value") }])], line, line);
  });

  it("has nothing to judge where nothing is copied, or without regions and accounts", () => {
    notApplicable(control, [data]);
    notApplicable(control, [table([{ regionName: "us-east-1" }])], {
      settings: { allowedRegions: [], accounts: {} },
    });
  });
});
