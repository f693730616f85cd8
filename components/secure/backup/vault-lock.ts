import type { Posture } from "../../../config";

/** Days in which a compliance lock can still be taken back after it was set: a first deployment may be a mistake. */
const GRACE_DAYS = 7;

/**
 * The longest that a recovery point may be kept: an older one brings nothing back that is still wanted, and personal
 * data must go at last.
 */
const LONGEST_DAYS = 365;

/** The lock of a vault: nothing in it goes before the tier's days are over, and nothing stays for more than a year. */
export interface VaultLock {
  readonly minRetentionDays: number;
  readonly maxRetentionDays: number;
  /** With it, the lock is in compliance mode, which nobody can undo after these days; without, in governance mode. */
  readonly changeableForDays?: number;
}

/** The lock that the tier asks for. */
export function vaultLock({ backup }: Posture): VaultLock {
  const range = { minRetentionDays: backup.retentionDays, maxRetentionDays: LONGEST_DAYS };
  return backup.vaultLock === "COMPLIANCE" ? { ...range, changeableForDays: GRACE_DAYS } : range;
}
