import { physicalName } from "../names";
import { roleArn } from "../role";
import { arn, type Scope } from "../scope";

/**
 * What the roles of an owner's backups are for: the last words of their names. They are longer than any name of an item
 * may be, so that no model's role is taken for one of them.
 */
const PURPOSES = { backup: "backup-of-buckets", restore: "restore-of-buckets" } as const;
export type BackupRole = keyof typeof PURPOSES;

/** The last words of the name of one of the two roles. */
export function backupRolePurpose(role: BackupRole): string {
  return PURPOSES[role];
}

/** Whether the tier backs up anything at all. */
export function hasBackup({ posture }: Pick<Scope, "posture">): boolean {
  return posture.backup.dataClassifications.length > 0;
}

/** Whether the tier backs up what holds the scope's class of data. */
export function isBackedUp({ posture, dataClassification }: Scope): boolean {
  return posture.backup.dataClassifications.includes(dataClassification);
}

/** The name of an account's vault, known before the vault is. */
export function backupVaultName(scope: Scope): string {
  return physicalName("backup", scope, "backup");
}

/** The ARN of the role by which an owner's buckets are backed up, or brought back: known before the role is. */
export function backupRoleArn(scope: Scope, role: BackupRole): string {
  return roleArn(scope, PURPOSES[role]);
}

/** Patterns of the ARNs of these roles, whoever owns them. */
export function backupRolePatterns(scope: Scope): string[] {
  const { company, environment } = scope;
  return Object.values(PURPOSES).map((purpose) =>
    arn(scope, "iam", `role/${company.name}-${environment}-*-${purpose}`, { region: "" }),
  );
}
