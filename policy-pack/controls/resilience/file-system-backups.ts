import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  mustBe,
  type Node,
  violation,
} from "../../core";
import { ofVault } from "../backup/vault-policy";
import { judgeEach } from "../judge-each";
import { selects } from "./backup-selection";

const EFS = "aws:efs/fileSystem:FileSystem";
const BACKUP_POLICY = "aws:efs/backupPolicy:BackupPolicy";
const LUSTRE = "aws:fsx/lustreFileSystem:LustreFileSystem";
const WINDOWS = "aws:fsx/windowsFileSystem:WindowsFileSystem";
const FSX = [
  LUSTRE,
  WINDOWS,
  "aws:fsx/ontapFileSystem:OntapFileSystem",
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
];
const SELECTION = "aws:backup/selection:Selection";
const VAULT = "aws:backup/vault:Vault";
const VAULT_LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

export const fileSystemBackups: GraphControl = {
  kind: "graph",
  name: "file-system-backups",
  description:
    "Every EFS and FSx file system has automatic backups and is part of a backup plan, and every backup vault is locked.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "A file system has no versions: what a faulty job or ransom overwrites comes back from a backup or not at all, and an unlocked vault is deleted first.",
  fix: {
    text: "Turn automatic backups on, select the file system for a plan by its tag, and lock the vault.",
    code: `new efs.BackupPolicy("data", { fileSystemId: files.id, backupPolicy: { status: "ENABLED" } });
new backup.Selection("data", { planId: plan.id, iamRoleArn: role.arn, resources: [files.arn] });
new backup.VaultLockConfiguration("data", { backupVaultName: vault.name, minRetentionDays: 30 });`,
  },
  frameworks: {
    nist: ["CP-9", "CP-10", "CP-6", "CP-1(2)", "CP-10(2)"],
    fsbp: ["EFS.2", "EFS.7"],
    checkov: ["CKV2_AWS_18", "CKV2_AWS_9"],
  },
  check: (graph) => {
    const fileSystems = graph.byType(EFS, ...FSX).filter((node) => !isScratch(node));
    return judgeEach([...fileSystems, ...graph.byType(VAULT)], (node) => {
      if (node.type === VAULT) return judgeVault(graph, node);
      return [
        ...(node.type === EFS ? judgeBackupPolicy(graph, node) : judgeRetention(node)),
        ...judgeSelection(graph, node),
      ];
    });
  },
};

/** A scratch file system, which is what Lustre is unless it says otherwise, is a copy and has no backups. */
function isScratch({ type, properties }: Node): boolean {
  const deployment = properties.get("deploymentType");
  return type === LUSTRE && (deployment.state === "unset" || /^SCRATCH_/.test(knownText(deployment)));
}

const knownText = (value: { readonly state: string; readonly value?: unknown }): string =>
  value.state === "known" ? String(value.value) : "";

function judgeBackupPolicy(graph: Graph, fileSystem: Node): readonly Finding[] {
  const policies = graph.pointingTo(fileSystem, "fileSystemId", BACKUP_POLICY);
  if (policies.length === 0) {
    return [violation(fileSystem, "backupPolicy", "no BackupPolicy", "a BackupPolicy that is ENABLED")];
  }
  const isEnabled = (status: unknown) => status === "ENABLED";
  return policies.flatMap((policy) => mustBe(policy, "backupPolicy.status", isEnabled, '"ENABLED"'));
}

/** Windows keeps 7 days unless it is told otherwise; what others keep has to be said. */
function judgeRetention(fileSystem: Node): readonly Finding[] {
  return mustBe(
    fileSystem,
    "automaticBackupRetentionDays",
    (days) => Number(days) > 0,
    "1 day or more, 90 at most",
    { unset: fileSystem.type === WINDOWS },
  );
}

function judgeSelection(graph: Graph, fileSystem: Node): readonly Finding[] {
  const answers = graph.byType(SELECTION).map((selection) => selects(selection, fileSystem));
  if (answers.includes("yes")) return [];
  if (answers.includes("unknown")) return [deferred(fileSystem, "backupSelection")];
  return [
    violation(
      fileSystem,
      "backupSelection",
      answers.length === 0 ? "no backup Selection in the stack" : "no backup Selection that takes it in",
      "a backup Selection that takes it in, by ARN or by tag",
    ),
  ];
}

function judgeVault(graph: Graph, vault: Node): readonly Finding[] {
  if (ofVault(graph, vault, VAULT_LOCK).length > 0) return [];
  return [violation(vault, "vaultLock", "no VaultLockConfiguration", "a VaultLockConfiguration")];
}
