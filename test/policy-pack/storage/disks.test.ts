import { ebsEncryptionByDefault } from "../../../policy-pack/controls/storage/ebs-encryption-by-default";
import { ebsVolumeCmkEncryption } from "../../../policy-pack/controls/storage/ebs-volume-cmk-encryption";
import { snapshotAmiCopyEncryption } from "../../../policy-pack/controls/storage/snapshot-ami-copy-encryption";
import { type Declared, declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { key } from "./bucket-cases";

const KEY = { kmsKeyId: ref(key, "arn") };
const volume = (props: Declared["props"]) => [key, declare("ebs/volume:Volume", "v", props)];

describe("ebs-volume-cmk-encryption", () => {
  const control = ebsVolumeCmkEncryption;

  it("passes encryption with a customer key, below prod with any", () => {
    passes(control, volume({ encrypted: true, ...KEY }));
    passes(control, volume({ encrypted: true }), { tier: "dev" });
  });

  it("finds a volume that is not encrypted or says nothing, and in prod AWS's key", () => {
    violates(control, volume({ ...KEY }), ["v (ebs/volume): encrypted"]);
    violates(control, volume({ encrypted: false, ...KEY }), ["v (ebs/volume): encrypted"]);
    violates(control, volume({ encrypted: true }), ["v (ebs/volume): kmsKeyId"]);
    violates(control, volume({ encrypted: true, kmsKeyId: "alias/aws/ebs" }), ["v (ebs/volume): kmsKeyId"]);
    notApplicable(control, [key]);
  });
});

describe("snapshot-ami-copy-encryption", () => {
  const control = snapshotAmiCopyEncryption;

  it("passes encrypted copies, and images whose disks are encrypted or come from a snapshot", () => {
    passes(control, [key, declare("ebs/snapshotCopy:SnapshotCopy", "s", { encrypted: true, ...KEY })]);
    passes(control, [key, declare("ec2/amiCopy:AmiCopy", "a", { encrypted: true, ...KEY })]);
    passes(control, [
      declare("ec2/ami:Ami", "a", { ebsBlockDevices: [{ encrypted: true }, { snapshotId: "snap-1" }] }),
    ]);
  });

  it("judges imports, and the copies that a lifecycle policy makes", () => {
    const imported = (props: Declared["props"]) => [
      key,
      declare("ebs/snapshotImport:SnapshotImport", "s", props),
    ];
    passes(control, imported({ encrypted: true, ...KEY }));
    violates(control, imported({}), [
      "s (ebs/snapshotImport): encrypted",
      "s (ebs/snapshotImport): kmsKeyId",
    ]);
    const policy = (policyDetails: object) => [
      key,
      declare("dlm/lifecyclePolicy:LifecyclePolicy", "p", { policyDetails }),
    ];
    const scheduled = (rule: object) => policy({ schedules: [{ crossRegionCopyRules: [rule] }] });
    const at = "p (dlm/lifecyclePolicy): policyDetails.schedules[0].crossRegionCopyRules[0]";
    passes(control, policy({ schedules: [{}] }));
    passes(control, scheduled({ target: "eu-west-1", encrypted: true, cmkArn: ref(key, "arn") }));
    violates(control, scheduled({ target: "eu-west-1", encrypted: false }), [
      `${at}.encrypted`,
      `${at}.cmkArn`,
    ]);
    const onEvent = (encryptionConfiguration: object) =>
      policy({ action: { crossRegionCopies: [{ encryptionConfiguration }] } });
    const copy = "p (dlm/lifecyclePolicy): policyDetails.action.crossRegionCopies[0].encryptionConfiguration";
    passes(control, onEvent({ encrypted: true, cmkArn: ref(key, "arn") }));
    violates(control, onEvent({ encrypted: true }), [`${copy}.cmkArn`]);
  });

  it("finds copies that are not encrypted, copies without a key, and bare disks", () => {
    violates(
      control,
      [declare("ebs/snapshotCopy:SnapshotCopy", "s", {})],
      ["s (ebs/snapshotCopy): encrypted", "s (ebs/snapshotCopy): kmsKeyId"],
    );
    violates(
      control,
      [declare("ec2/amiCopy:AmiCopy", "a", { encrypted: true })],
      ["a (ec2/amiCopy): kmsKeyId"],
    );
    violates(
      control,
      [declare("ec2/ami:Ami", "a", { ebsBlockDevices: [{ encrypted: false }] })],
      ["a (ec2/ami): ebsBlockDevices[0].encrypted"],
    );
    notApplicable(control, [key]);
  });
});

describe("ebs-encryption-by-default", () => {
  const control = ebsEncryptionByDefault;
  const on = declare("ebs/encryptionByDefault:EncryptionByDefault", "d", { enabled: true });
  const defaultKey = declare("ebs/defaultKmsKey:DefaultKmsKey", "k", { keyArn: ref(key, "arn") });
  const instance = declare("ec2/instance:Instance", "i");

  it("passes compute beside both settings", () => {
    passes(control, [key, instance, on, defaultKey]);
  });

  it("asks nothing of jobs on Fargate, which has no disks in the account", () => {
    const environment = (type: string) =>
      declare("batch/computeEnvironment:ComputeEnvironment", "jobs", { computeResources: { type } });
    notApplicable(control, [environment("FARGATE"), environment("FARGATE_SPOT")]);
    violates(
      control,
      [environment("SPOT")],
      [
        "jobs (batch/computeEnvironment): encryptionByDefault",
        "jobs (batch/computeEnvironment): defaultKmsKey",
      ],
    );
  });

  it("asks nothing of a stack whose account another one sets up, but looks at what it sets", () => {
    const elsewhere = { settings: { organizationServices: ["ebs-encryption"] } };
    notApplicable(control, [instance], elsewhere);
    const off = declare("ebs/encryptionByDefault:EncryptionByDefault", "d", { enabled: false });
    violates(control, [instance, off], ["d (ebs/encryptionByDefault): enabled"], elsewhere);
  });

  it("finds compute without them, a switch that is off, and AWS's key", () => {
    violates(
      control,
      [instance],
      ["i (ec2/instance): encryptionByDefault", "i (ec2/instance): defaultKmsKey"],
    );
    const off = declare("ebs/encryptionByDefault:EncryptionByDefault", "d", { enabled: false });
    violates(control, [key, instance, off, defaultKey], ["d (ebs/encryptionByDefault): enabled"]);
    const awsKey = declare("ebs/defaultKmsKey:DefaultKmsKey", "k", {
      keyArn: "arn:aws:kms:eu-central-1:1:alias/aws/ebs",
    });
    violates(control, [instance, on, awsKey], ["k (ebs/defaultKmsKey): keyArn"]);
    notApplicable(control, [key]);
  });
});
