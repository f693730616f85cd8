import { deny, type Statement } from "../policy-document";
import { deploymentRoleArn } from "../principals";
import type { Scope } from "../scope";

/** In a vault's policy: this vault and all that is in it. AWS Config's rule for such policies asks for the wildcard. */
const THIS_VAULT = "*";

/**
 * What nobody may do to a vault, whatever their own policies allow: delete a recovery point, or shorten its life; and
 * nobody but the deployment may change this policy or take the vault away. AWS accepts no wildcard in the actions:
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
 * https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html
 */
export function vaultStatements(scope: Scope): Statement[] {
  return [
    deny("DenyDeletingBackups", {
      Principal: "*",
      Action: [
        "backup:DeleteRecoveryPoint",
        "backup:DisassociateRecoveryPoint",
        "backup:UpdateRecoveryPointLifecycle",
      ],
      Resource: THIS_VAULT,
    }),
    deny("DenyOpeningVault", {
      Principal: "*",
      Action: [
        "backup:DeleteBackupVault",
        "backup:DeleteBackupVaultAccessPolicy",
        "backup:DeleteBackupVaultLockConfiguration",
        "backup:PutBackupVaultAccessPolicy",
        "backup:PutBackupVaultLockConfiguration",
      ],
      Resource: THIS_VAULT,
      Condition: { ArnNotEquals: { "aws:PrincipalArn": deploymentRoleArn(scope) } },
    }),
    // Whoever copies a backup elsewhere has the data.
    deny("DenyCopies", { Principal: "*", Action: ["backup:CopyFromBackupVault"], Resource: THIS_VAULT }),
  ];
}
