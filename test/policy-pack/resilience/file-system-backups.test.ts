import { fileSystemBackups as control } from "../../../policy-pack/controls/resilience/file-system-backups";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const TAGS = { tags: { DataClassification: "restricted" } };
const files = declare("efs/fileSystem:FileSystem", "files", TAGS);
const enabled = declare("efs/backupPolicy:BackupPolicy", "files", {
  fileSystemId: ref(files),
  backupPolicy: { status: "ENABLED" },
});
const selection = (props: Declared["props"]) =>
  declare("backup/selection:Selection", "s", { planId: "plan", ...props });
const byArn = selection({ resources: [ref(files, "arn")] });
const vault = declare("backup/vault:Vault", "v", { name: "ml" });
const lock = declare("backup/vaultLockConfiguration:VaultLockConfiguration", "v", {
  backupVaultName: ref(vault, "name"),
  minRetentionDays: 30,
});
const SELECTION_LINE = ["files (efs/fileSystem): backupSelection"];
const tag = (value: unknown, key = "DataClassification") => ({ type: "STRINGEQUALS", key, value });

describe("file-system-backups", () => {
  it("passes automatic backups, a selection by ARN, and a vault that is locked", () => {
    passes(control, [files, enabled, byArn, vault, lock]);
  });

  for (const [what, one] of Object.entries({
    everything: selection({ resources: ["*"] }),
    "all file systems": selection({
      resources: ["arn:aws:elasticfilesystem:*:*:file-system/*", "arn:aws:test:*"],
    }),
    "all there is, by naming nothing": selection({}),
    "what has its tag, by a condition alone": selection({
      conditions: [{ stringEquals: [tag("restricted", "aws:ResourceTag/DataClassification")] }],
    }),
    "its tag": selection({ selectionTags: [tag("public"), tag("restricted")] }),
    "what has its tag, by a condition": selection({
      resources: ["*"],
      conditions: [{ stringEquals: [tag("restricted", "aws:ResourceTag/DataClassification")] }],
    }),
    "what is like its tag and unlike another": selection({
      resources: ["*"],
      conditions: [
        {
          stringLikes: [tag("res*", "aws:ResourceTag/DataClassification")],
          stringNotEquals: [tag("yes", "aws:ResourceTag/Scratch")],
        },
      ],
    }),
  })) {
    it(`passes a selection of ${what}`, () => {
      passes(control, [files, enabled, one]);
    });
  }

  for (const [what, one] of Object.entries({
    "another file system": selection({
      resources: ["arn:aws:elasticfilesystem:eu-central-1:1:file-system/fs-9"],
    }),
    "another kind of thing": selection({ resources: ["arn:aws:dynamodb:*:*:table/*"] }),
    "another tag": selection({ selectionTags: [tag("public")] }),
    "everything but it": selection({ resources: ["*"], notResources: [ref(files, "arn")] }),
    "what has another tag, by a condition alone": selection({
      conditions: [{ stringEquals: [tag("public", "aws:ResourceTag/DataClassification")] }],
    }),
    "everything with another tag": selection({
      resources: ["*"],
      conditions: [{ stringEquals: [tag("public", "aws:ResourceTag/DataClassification")] }],
    }),
  })) {
    it(`finds a selection of ${what}`, () => {
      violates(control, [files, enabled, one], SELECTION_LINE);
    });
  }

  it("finds what is missing altogether", () => {
    violates(control, [files], ["files (efs/fileSystem): backupPolicy", ...SELECTION_LINE]);
    const off = declare("efs/backupPolicy:BackupPolicy", "files", {
      fileSystemId: ref(files),
      backupPolicy: { status: "DISABLED" },
    });
    violates(control, [files, off, byArn], ["files (efs/backupPolicy): backupPolicy.status"]);
    violates(control, [vault], ["v (backup/vault): vaultLock"]);
  });

  it("asks FSx for days, save scratch file systems, which have none", () => {
    const all = selection({ resources: ["*"] });
    const fsx = (type: string, props: Declared["props"]) => [all, declare(type, "f", props)];
    const LUSTRE = "fsx/lustreFileSystem:LustreFileSystem";
    passes(control, fsx("fsx/ontapFileSystem:OntapFileSystem", { automaticBackupRetentionDays: 7 }));
    passes(control, fsx("fsx/windowsFileSystem:WindowsFileSystem", {}));
    passes(control, fsx(LUSTRE, { deploymentType: "PERSISTENT_2", automaticBackupRetentionDays: 1 }));
    notApplicable(control, fsx(LUSTRE, { deploymentType: "SCRATCH_2" }));
    notApplicable(control, fsx(LUSTRE, {}));
    violates(control, fsx(LUSTRE, { deploymentType: "PERSISTENT_2" }), [
      "f (fsx/lustreFileSystem): automaticBackupRetentionDays",
    ]);
    violates(control, fsx("fsx/openZfsFileSystem:OpenZfsFileSystem", { automaticBackupRetentionDays: 0 }), [
      "f (fsx/openZfsFileSystem): automaticBackupRetentionDays",
    ]);
    violates(control, fsx("fsx/windowsFileSystem:WindowsFileSystem", { automaticBackupRetentionDays: 0 }), [
      "f (fsx/windowsFileSystem): automaticBackupRetentionDays",
    ]);
  });

  it("waits for a tag's value that is not known yet", () => {
    const value = declare("made/up:Value", "x", { class: "public" });
    const one = selection({ selectionTags: [tag(ref(value, "class"))] });
    defers(control, [value, files, enabled, one], SELECTION_LINE, SELECTION_LINE);
  });
});
