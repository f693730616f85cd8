import type { DataClassification, Tier } from "./schema/primitives";

/** What a tier is allowed, in one table: the only place in which the environments differ. */
export interface Posture {
  readonly tier: Tier;
  /** Data classes that a team may hold in the tier. */
  readonly dataClassifications: readonly DataClassification[];
  /** Availability zones that networks span. */
  readonly zones: number;
  /** Whether notebook instances may exist, and whether they may write data. */
  readonly notebooks: "read-write" | "read-only" | "none";
  /** Audit logs: days kept, and S3 Object Lock. */
  readonly audit: {
    readonly retentionDays: number;
    readonly objectLock: "none" | "GOVERNANCE" | "COMPLIANCE";
  };
  /** Days that CloudWatch keeps a log group's events. */
  readonly logRetentionDays: number;
  /** Days between scheduling a key's deletion and losing it. */
  readonly keyDeletionDays: number;
  /** Days in which a deleted secret can be brought back. */
  readonly secretRecoveryDays: number;
  /**
   * Backups: of stores of which data classes, the days that they can be taken back to, and how firmly the vault is
   * locked. Without classes there is no backup.
   */
  readonly backup: {
    readonly dataClassifications: readonly DataClassification[];
    readonly retentionDays: number;
    readonly vaultLock: "GOVERNANCE" | "COMPLIANCE";
  };
  /** Whether stores of data may be deleted: freely, after lifting protection, or never by Pulumi. */
  readonly deletion: "allowed" | "protected" | "retained";
  /** What workload security groups may send to: anything inside the VPC, or endpoints and named peers only. */
  readonly securityGroupEgress: "vpc" | "endpoints";
  /** The fewest instances behind an endpoint. */
  readonly endpointInstances: number;
  /** What a team may serve: an image and an artifact or a version of its model registry, or such a version only. */
  readonly servedModels: "any" | "registered";
}

export const POSTURES: Readonly<Record<Tier, Posture>> = {
  dev: {
    tier: "dev",
    dataClassifications: ["synthetic", "public"],
    zones: 2,
    notebooks: "read-write",
    audit: { retentionDays: 90, objectLock: "none" },
    logRetentionDays: 90,
    keyDeletionDays: 7,
    secretRecoveryDays: 7,
    backup: { dataClassifications: [], retentionDays: 0, vaultLock: "GOVERNANCE" },
    deletion: "allowed",
    securityGroupEgress: "vpc",
    endpointInstances: 1,
    servedModels: "any",
  },
  staging: {
    tier: "staging",
    dataClassifications: ["synthetic", "public", "internal"],
    zones: 2,
    notebooks: "read-only",
    audit: { retentionDays: 365, objectLock: "GOVERNANCE" },
    logRetentionDays: 365,
    keyDeletionDays: 14,
    secretRecoveryDays: 14,
    backup: { dataClassifications: ["internal"], retentionDays: 14, vaultLock: "GOVERNANCE" },
    deletion: "protected",
    securityGroupEgress: "endpoints",
    endpointInstances: 1,
    servedModels: "any",
  },
  prod: {
    tier: "prod",
    dataClassifications: ["synthetic", "public", "internal", "confidential", "restricted"],
    zones: 3,
    notebooks: "none",
    audit: { retentionDays: 2555, objectLock: "COMPLIANCE" },
    logRetentionDays: 2557,
    keyDeletionDays: 30,
    secretRecoveryDays: 30,
    backup: {
      dataClassifications: ["internal", "confidential", "restricted"],
      // The longest that AWS can take a bucket back to any second of.
      retentionDays: 35,
      vaultLock: "COMPLIANCE",
    },
    deletion: "retained",
    securityGroupEgress: "endpoints",
    endpointInstances: 2,
    servedModels: "registered",
  },
};

/** The posture of a tier; of an unknown one the strictest, so that a typing mistake never relaxes anything. */
export function postureOf(tier: string): Posture {
  return tier === "dev" || tier === "staging" ? POSTURES[tier] : POSTURES.prod;
}
