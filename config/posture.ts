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
  /** Whether stores of data may be deleted: freely, after lifting protection, or never by Pulumi. */
  readonly deletion: "allowed" | "protected" | "retained";
  /** What workload security groups may send to: anything inside the VPC, or endpoints and named peers only. */
  readonly securityGroupEgress: "vpc" | "endpoints";
  /** The fewest instances behind an endpoint. */
  readonly endpointInstances: number;
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
    deletion: "allowed",
    securityGroupEgress: "vpc",
    endpointInstances: 1,
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
    deletion: "protected",
    securityGroupEgress: "endpoints",
    endpointInstances: 1,
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
    deletion: "retained",
    securityGroupEgress: "endpoints",
    endpointInstances: 2,
  },
};

/** The posture of a tier; of an unknown one the strictest, so that a typing mistake never relaxes anything. */
export function postureOf(tier: string): Posture {
  return tier === "dev" || tier === "staging" ? POSTURES[tier] : POSTURES.prod;
}
