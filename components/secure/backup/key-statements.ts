import { useStatements, type KeyUse } from "../key/policy";
import { allow, type Statement } from "../policy-document";
import { accountPrincipalArn, deploymentRoleArn, viaService } from "../principals";
import type { Scope } from "../scope";
import { backupRoleArn, isBackedUp } from "./coverage";

/**
 * The key of a vault: whoever makes the vault hands AWS Backup a grant on it, and nobody else uses it.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html
 */
export function vaultKeyStatements(scope: Scope): Statement[] {
  const deployment = deploymentRoleArn(scope);
  return [
    ...useStatements(scope, "Vault", {
      roles: [deployment],
      services: ["backup"],
      access: "encrypt-and-decrypt",
      grants: true,
    }),
    allow("AllowVaultToRetireGrants", {
      Principal: { AWS: accountPrincipalArn(scope) },
      Action: ["kms:RetireGrant"],
      // In a key policy, this key.
      Resource: ["*"],
      Condition: {
        StringEquals: {
          "kms:CallerAccount": scope.account.id,
          "kms:ViaService": viaService(scope, "backup"),
        },
        ArnEquals: { "aws:PrincipalArn": deployment },
      },
    }),
  ];
}

/**
 * The uses of a bucket's key that its backups need, by the Sid of their statements: one role reads, the other writes
 * what is brought back. None where the scope's class of data is not backed up.
 */
export function backupKeyUses(scope: Scope): Record<string, KeyUse> {
  if (!isBackedUp(scope)) return {};
  return {
    Backup: { roles: [backupRoleArn(scope, "backup")], services: ["s3"], access: "decrypt" },
    Restore: { roles: [backupRoleArn(scope, "restore")], services: ["s3"], access: "encrypt-and-decrypt" },
  };
}
