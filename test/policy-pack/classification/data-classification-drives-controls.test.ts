import { dataClassificationDrivesControls as control } from "../../../policy-pack/controls/classification/data-classification-drives-controls";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "k", { arn: "arn:aws:kms:eu-central-1:222222222222:key/1" });
const tagged = (DataClassification: unknown = "restricted") => ({ tags: { DataClassification } });

/** A pack that is not told what is inside the company. */
const NOWHERE = { settings: { accounts: {}, allowedRegions: [] } };

describe("data-classification-drives-controls, on buckets", () => {
  const bucket = (props: object = {}) =>
    declare("s3/bucket:Bucket", "data", { bucket: "data", objectLockEnabled: true, ...tagged(), ...props });
  const encryption = (of: Declared, kmsMasterKeyId: unknown = ref(key, "arn")) =>
    declare("s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "e", {
      bucket: ref(of),
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId } }],
    });
  const whole = (of: Declared, ...more: readonly Declared[]) => [key, of, encryption(of), ...more];
  const trail = (readWriteType: string) =>
    declare("cloudtrail/trail:Trail", "t", {
      eventSelectors: [
        { readWriteType, dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] },
      ],
    });

  it("passes a key, a lock or a backup, data events, and no copies", () => {
    passes(control, whole(bucket(), trail("All")));
    passes(control, whole(bucket()));
    const backedUp = bucket({ objectLockEnabled: false });
    const selection = (props: object) => declare("backup/selection:Selection", "s", { ...props });
    passes(control, whole(backedUp, selection({ resources: [ref(backedUp, "arn")] })));
    passes(control, whole(backedUp, selection({ resources: ["arn:aws:s3:::*"] })));
    passes(
      control,
      whole(
        backedUp,
        selection({
          resources: ["arn:aws:s3:::da*"],
          conditions: [
            { stringEquals: [{ key: "aws:ResourceTag/DataClassification", value: "restricted" }] },
          ],
        }),
      ),
    );
    passes(
      control,
      whole(backedUp, selection({ selectionTags: [{ key: "DataClassification", value: "restricted" }] })),
    );
  });

  it("wants a backup of internal data too, where its account has backups", () => {
    const internal = bucket({ objectLockEnabled: false, ...tagged("internal") });
    const plan = declare("backup/plan:Plan", "p", { name: "p" });
    const selection = (...resources: readonly unknown[]) =>
      declare("backup/selection:Selection", "s", { resources });
    passes(control, [internal, plan, selection(ref(internal, "arn"))]);
    passes(control, [bucket(tagged("internal")), plan]);
    const found = ["data (s3/bucket): objectLockEnabled"];
    violates(control, [internal, plan], found);
    violates(control, [internal, selection("arn:aws:s3:::other")], found);
    notApplicable(control, [internal]);
    notApplicable(control, [bucket({ objectLockEnabled: false, ...tagged("public") }), plan]);
    const at = (id: string): Declared["more"] => ({
      provider: {
        type: "pulumi:providers:aws",
        name: id,
        props: { allowedAccountIds: JSON.stringify([id]) },
      },
    });
    const elsewhere: Declared = { ...plan, more: at("333333333333") };
    notApplicable(control, [{ ...internal, more: at("222222222222") }, elsewhere]);
    const trail = declare("cloudtrail/trail:Trail", "t", { s3BucketName: ref(internal, "bucket") });
    notApplicable(control, [internal, plan, trail]);
  });

  it("finds each that is missing", () => {
    const unlocked = bucket({ objectLockEnabled: false });
    violates(control, whole(unlocked), ["data (s3/bucket): objectLockEnabled"]);
    const elsewhere = declare("backup/selection:Selection", "s", { resources: ["arn:aws:s3:::other"] });
    violates(control, whole(unlocked, elsewhere), ["data (s3/bucket): objectLockEnabled"]);
    const evasions: readonly object[] = [
      { resources: ["arn:aws:s3:::*"], notResources: ["arn:aws:s3:::data"] },
      {
        resources: ["arn:aws:s3:::*"],
        conditions: [{ stringEquals: [{ key: "aws:ResourceTag/Keep", value: "yes" }] }],
      },
      { selectionTags: [{ type: "STRINGEQUALS", key: "DataClassification", value: "internal" }] },
      { resources: ["arn:aws:dynamodb:*:*:table/*"] },
    ];
    for (const evasion of evasions) {
      const selection = declare("backup/selection:Selection", "s", { ...evasion });
      violates(control, whole(unlocked, selection), ["data (s3/bucket): objectLockEnabled"]);
    }
    violates(control, whole(bucket(), trail("ReadOnly")), ["data (s3/bucket): dataEvents"]);
    violates(
      control,
      [bucket()],
      [
        "data (s3/bucket): serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.kmsMasterKeyId",
      ],
    );
    const plain = bucket();
    violates(
      control,
      [plain, encryption(plain, "alias/aws/s3")],
      [
        "e (s3/bucketServerSideEncryptionConfiguration): rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId",
      ],
    );
  });

  it("finds a replication, inline or not, unless it is known what lies inside the company", () => {
    const data = bucket();
    const part = declare("s3/bucketReplicationConfig:BucketReplicationConfig", "r", {
      bucket: ref(data),
      rules: [],
    });
    violates(control, whole(data, part), ["r (s3/bucketReplicationConfig): bucket"], NOWHERE);
    passes(control, whole(data, part));
    const inline = bucket({ replicationConfiguration: { rules: [] } });
    violates(control, whole(inline), ["data (s3/bucket): replicationConfiguration"], NOWHERE);
    passes(control, whole(inline));
  });

  it("goes by the class, however it is spelt, and by the provider's default tags", () => {
    for (const name of ["confidential", "Restricted", "HIGHLY-CONFIDENTIAL"]) {
      violates(control, whole(bucket({ objectLockEnabled: false, ...tagged(name) })), [
        "data (s3/bucket): objectLockEnabled",
      ]);
    }
    notApplicable(control, [bucket(tagged("internal"))]);
    notApplicable(control, [bucket({ tags: {} })]);
    const defaults = { defaultTags: JSON.stringify({ tags: { DataClassification: "restricted" } }) };
    const byDefault = declare(
      "s3/bucket:Bucket",
      "data",
      { bucket: "data" },
      { provider: { type: "pulumi:providers:aws", name: "core", props: defaults } },
    );
    violates(control, whole(byDefault), ["data (s3/bucket): objectLockEnabled"]);
  });

  it("waits for a class that is not known, and leaves out buckets of logs", () => {
    const name = declare("ssm/parameter:Parameter", "p", { value: "restricted" });
    const unknown = bucket({ objectLockEnabled: false, ...tagged(ref(name, "value")) });
    defers(
      control,
      [name, ...whole(unknown)],
      ["data (s3/bucket): tags.DataClassification"],
      ["data (s3/bucket): objectLockEnabled"],
    );
    const logs = bucket({ objectLockEnabled: false });
    notApplicable(control, [
      logs,
      declare("s3/bucketLogging:BucketLogging", "l", { bucket: "other", targetBucket: ref(logs) }),
    ]);
    const audit = bucket({ objectLockEnabled: false });
    passes(
      control,
      whole(audit, declare("cloudtrail/trail:Trail", "t", { s3BucketName: ref(audit, "bucket") })),
    );
  });
});

describe("data-classification-drives-controls, on other stores", () => {
  const table = (props: object) =>
    declare("dynamodb/table:Table", "t", {
      serverSideEncryption: { enabled: true, kmsKeyArn: ref(key, "arn") },
      pointInTimeRecovery: { enabled: true },
      ...tagged(),
      ...props,
    });

  it("wants tables encrypted, restorable and in one place", () => {
    passes(control, [key, table({})]);
    violates(
      control,
      [key, table({ pointInTimeRecovery: undefined })],
      ["t (dynamodb/table): pointInTimeRecovery.enabled"],
    );
    violates(
      control,
      [key, table({ replicas: [{ regionName: "eu-west-1" }] })],
      ["t (dynamodb/table): replicas"],
      NOWHERE,
    );
    passes(control, [key, table({ replicas: [{ regionName: "eu-west-1" }] })]);
    violates(
      control,
      [table({ serverSideEncryption: undefined })],
      [
        "t (dynamodb/table): serverSideEncryption.enabled",
        "t (dynamodb/table): serverSideEncryption.kmsKeyArn",
      ],
    );
  });

  it("wants file systems encrypted and backed up", () => {
    const files = declare("efs/fileSystem:FileSystem", "f", {
      encrypted: true,
      kmsKeyId: ref(key, "arn"),
      ...tagged(),
    });
    const backup = (status: string) =>
      declare("efs/backupPolicy:BackupPolicy", "b", { fileSystemId: ref(files), backupPolicy: { status } });
    passes(control, [key, files, backup("ENABLED")]);
    violates(control, [key, files], ["f (efs/fileSystem): backupPolicy"]);
    violates(control, [key, files, backup("DISABLED")], ["b (efs/backupPolicy): backupPolicy.status"]);
    const copy = declare("efs/replicationConfiguration:ReplicationConfiguration", "r", {
      sourceFileSystemId: ref(files),
    });
    violates(
      control,
      [key, files, backup("ENABLED"), copy],
      ["r (efs/replicationConfiguration): destination"],
      NOWHERE,
    );
    passes(control, [key, files, backup("ENABLED"), copy]);
    const lustre = (days?: number) =>
      declare("fsx/lustreFileSystem:LustreFileSystem", "l", {
        kmsKeyId: ref(key, "arn"),
        automaticBackupRetentionDays: days,
        ...tagged(),
      });
    passes(control, [key, lustre(7)]);
    violates(control, [key, lustre(0)], ["l (fsx/lustreFileSystem): automaticBackupRetentionDays"]);
    violates(control, [key, lustre()], ["l (fsx/lustreFileSystem): automaticBackupRetentionDays"]);
  });

  it("wants feature groups and secrets with a customer key", () => {
    const group = (kmsKeyId?: unknown) =>
      declare("sagemaker/featureGroup:FeatureGroup", "g", {
        onlineStoreConfig: { securityConfig: { kmsKeyId } },
        offlineStoreConfig: { s3StorageConfig: { kmsKeyId } },
        ...tagged(),
      });
    passes(control, [key, group(ref(key, "arn"))]);
    violates(
      control,
      [group()],
      [
        "g (sagemaker/featureGroup): onlineStoreConfig.securityConfig.kmsKeyId",
        "g (sagemaker/featureGroup): offlineStoreConfig.s3StorageConfig.kmsKeyId",
      ],
    );
    const secret = (props: object) => declare("secretsmanager/secret:Secret", "s", { ...tagged(), ...props });
    passes(control, [key, secret({ kmsKeyId: ref(key, "arn") })]);
    violates(
      control,
      [secret({ replicas: [{ region: "eu-west-1" }] })],
      ["s (secretsmanager/secret): kmsKeyId", "s (secretsmanager/secret): replicas"],
      NOWHERE,
    );
  });
});
