import type { PolicyStatement } from "@pulumi/aws/iam/documents";
import { exceptDeploymentRole, type GuardrailFacts } from "./statement";

/** What nobody may do to the audit logs, and what only the deployment role may. For the log archive account. */
export function protectLogArchive(facts: GuardrailFacts): PolicyStatement[] {
  return [
    {
      Sid: "DenyDeletingAuditLogs",
      Effect: "Deny",
      Action: [
        "s3:BypassGovernanceRetention",
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "s3:PutObjectLegalHold",
        "s3:PutObjectRetention",
      ],
      Resource: [`arn:${facts.partition}:s3:::${facts.companyName}-*/*`],
    },
    {
      Sid: "DenyChangingLogArchive",
      Effect: "Deny",
      Action: [
        "kms:CancelKeyDeletion",
        "kms:DisableKey",
        "kms:DisableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
        "s3:DeleteBucket",
        "s3:DeleteBucketPolicy",
        "s3:PutBucketAcl",
        "s3:PutBucketObjectLockConfiguration",
        "s3:PutBucketOwnershipControls",
        "s3:PutBucketPolicy",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutLifecycleConfiguration",
        "s3:PutReplicationConfiguration",
      ],
      Resource: "*",
      Condition: exceptDeploymentRole(facts),
    },
  ];
}
