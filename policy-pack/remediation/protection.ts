import type { Subject } from "../contract/subject";
import { KEY_DELETION_DAYS } from "../controls/kms/kms-deletion-safe";
import { forTypes, remediationOf } from "./defaults";
import { correct, fillIn, type Remediation } from "./remediation";

const LUSTRE = "aws:fsx/lustreFileSystem:LustreFileSystem";
const SECRET = "aws:secretsmanager/secret:Secret";
const SECRET_RECOVERY_DAYS = 30;

/** The switches that let a deletion take the data with it. A last snapshot needs a name, which only its author can give. */
const forced = remediationOf({
  name: "remediate-force-destroy",
  controls: ["no-force-destroy-in-prod"],
  description: "Keeps a deletion from taking data with it, and gives secrets a window to be brought back in.",
  correct: {
    ...forTypes(
      [
        "aws:athena/database:Database",
        "aws:athena/workgroup:Workgroup",
        "aws:backup/vault:Vault",
        "aws:dsql/cluster:Cluster",
        "aws:ecrpublic/repository:Repository",
        "aws:s3/bucket:Bucket",
        "aws:s3/bucketV2:BucketV2",
        "aws:s3/directoryBucket:DirectoryBucket",
        "aws:s3/vectorsVectorBucket:VectorsVectorBucket",
        "aws:s3tables/tableBucket:TableBucket",
      ],
      { forceDestroy: false },
    ),
    "aws:ecr/repository:Repository": { forceDelete: false },
    ...forTypes(
      [
        LUSTRE,
        "aws:fsx/ontapVolume:OntapVolume",
        "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
        "aws:fsx/windowsFileSystem:WindowsFileSystem",
      ],
      { skipFinalBackup: false },
    ),
  },
});

/** Keeps deletions from taking data with them. */
export const keepFromForce: Remediation = {
  ...forced,
  types: [...forced.types, SECRET],
  changes: (subject, options) => {
    if (subject.type === SECRET)
      return correct(subject, "recoveryWindowInDays", (days) => Number(days) === 0, SECRET_RECOVERY_DAYS);
    return [
      ...forced.changes(subject, options),
      ...(isPersistentLustre(subject) ? fillIn(subject, "skipFinalBackup", false) : []),
    ];
  },
};

/** Lustre skips its last backup unless it is told not to; only a persistent file system can have one. */
function isPersistentLustre({ type, properties }: Subject): boolean {
  const deployment = properties.get("deploymentType");
  return (
    type === LUSTRE && deployment.state === "known" && String(deployment.value).startsWith("PERSISTENT_")
  );
}

/** Lets tables be restored to any minute, and protects them from deletion. */
export const recoverTables = remediationOf({
  name: "remediate-dynamodb-recovery",
  controls: ["dynamodb-pitr-and-protection"],
  description: "Turns point-in-time recovery and deletion protection on for tables that say nothing of them.",
  fill: {
    "aws:dynamodb/table:Table": {
      "pointInTimeRecovery.enabled": true,
      deletionProtectionEnabled: true,
      "replicas[].pointInTimeRecovery": true,
      "replicas[].deletionProtectionEnabled": true,
    },
    "aws:dynamodb/tableReplica:TableReplica": { pointInTimeRecovery: true, deletionProtectionEnabled: true },
  },
});

/** Gives keys the window of their tier to be brought back in, and keeps their policies from locking everybody out. */
export const keepKeys: Remediation = {
  name: "remediate-key-deletion",
  controls: ["kms-deletion-safe"],
  description: "Lengthens a key's deletion window to that of its tier, and turns the lockout check on.",
  corrects: true,
  types: [
    "aws:kms/key:Key",
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
  ],
  changes: (key, { tier }) => {
    const fewest = KEY_DELETION_DAYS[tier];
    return [
      ...correct(key, "deletionWindowInDays", (days) => Number(days) < fewest, fewest),
      ...correct(key, "bypassPolicyLockoutSafetyCheck", (value) => String(value) === "true", false),
    ];
  },
};

/** Protects clusters, load balancers, firewalls and log groups from deletion. */
export const protectFromDeletion = remediationOf({
  name: "remediate-deletion-protection",
  controls: ["delete-protection-on"],
  description:
    "Protects clusters, load balancers, firewalls and log groups that say nothing of it from deletion.",
  fill: {
    "aws:eks/cluster:Cluster": { deletionProtection: true },
    ...forTypes(["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"], {
      enableDeletionProtection: true,
    }),
    "aws:networkfirewall/firewall:Firewall": {
      deleteProtection: true,
      subnetChangeProtection: true,
      firewallPolicyChangeProtection: true,
    },
    "aws:cloudwatch/logGroup:LogGroup": { deletionProtectionEnabled: true },
  },
});

/** Has secrets refuse public policies. */
export const refusePublicPolicies = remediationOf({
  name: "remediate-secret-policy",
  controls: ["secret-cmk-and-policy"],
  description: "Has a secret's policy refuse to be public, where it says nothing of it.",
  fill: { "aws:secretsmanager/secretPolicy:SecretPolicy": { blockPublicPolicy: true } },
});
