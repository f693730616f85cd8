import * as backup from "@pulumi/aws/backup";
import * as pulumi from "@pulumi/pulumi";
import { Key } from "../key";
import { onceCreated } from "../once-created";
import { renderPolicy } from "../policy-document";
import { retentionOf } from "../retention";
import type { Scope } from "../scope";
import { tagsOf } from "../tags";
import { backupVaultName } from "./coverage";
import { vaultKeyStatements } from "./key-statements";
import { vaultLock } from "./vault-lock";
import { vaultStatements } from "./vault-policy";

export interface BackupVaultArgs {
  /** The scope of what the account has once; its tier's posture says for how long and how firmly backups are kept. */
  readonly scope: Scope;
}

/**
 * Where an account's backups go: a locked vault under a key of its own, out of which nobody deletes or copies anything.
 * Names no bucket and no team: each owner's plan sends its own buckets here, `BucketBackup`.
 */
export class BackupVault extends pulumi.ComponentResource {
  /** The vault's name: resolved once the vault is closed. What is put into it before could be deleted. */
  readonly vaultName: pulumi.Output<string>;

  constructor(name: string, args: BackupVaultArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:secure:BackupVault", name, {}, opts);
    const { scope } = args;
    const vaultName = backupVaultName(scope);
    const { protect, retainOnDelete } = retentionOf(scope);
    // A vault that outlives its stack keeps everything that closes it.
    const child = { parent: this, retainOnDelete };

    // The vault, and what closes it.
    const key = new Key(
      `${name}-key`,
      {
        scope,
        purpose: "backup",
        description: "The vault of this account's backups",
        statements: vaultKeyStatements(scope),
      },
      { parent: this },
    );
    const vault = new backup.Vault(
      name,
      { name: vaultName, kmsKeyArn: key.keyArn, tags: tagsOf(scope, vaultName) },
      { ...child, protect },
    );
    const policy = new backup.VaultPolicy(
      `${name}-policy`,
      { backupVaultName: vault.name, policy: renderPolicy(vaultStatements(scope)) },
      child,
    );
    const lock = new backup.VaultLockConfiguration(
      `${name}-lock`,
      { backupVaultName: vault.name, ...vaultLock(scope.posture) },
      // The lock has no identity but the vault's: deleting the old one afterwards would take the new one away.
      { ...child, protect, deleteBeforeReplace: true },
    );

    this.vaultName = onceCreated(vault.name, [policy, lock]);
    this.registerOutputs({ vaultName: this.vaultName });
  }
}
