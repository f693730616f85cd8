import { keyPermissions } from "../key/permission";
import { allow, type Statement } from "../policy-document";
import { arn, type Scope } from "../scope";

/** What an owner has backed up. */
export interface BackedUp {
  /** The ARNs of the buckets. */
  readonly bucketArns: readonly string[];
  /** The aliases of the keys that encrypt them, by what the keys are for. */
  readonly keyAliases: Readonly<Record<string, string>>;
}

/** How the physical names of all that the owner has begin. */
const ownNames = ({ company, environment, owner }: Scope) => `${company.name}-${environment}-${owner}-*`;

const below = (bucketArns: readonly string[]) => bucketArns.map((bucket) => `${bucket}/*`);

/** The keys' own policies must let the role in, too: `backupKeyUses`. */
function useKeys(scope: Scope, { keyAliases }: BackedUp, access: "decrypt" | "encrypt-and-decrypt") {
  return Object.entries(keyAliases).flatMap(([purpose, alias]) =>
    keyPermissions(scope, `Use${purpose.charAt(0).toUpperCase()}${purpose.slice(1)}Key`, alias, {
      services: ["s3"],
      access,
    }),
  );
}

/**
 * What taking backups of buckets takes: AWS's own policy for it, held to these buckets and their keys.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForS3Backup.html
 */
export function backupPolicies(scope: Scope, backedUp: BackedUp): Record<string, Statement[]> {
  return {
    buckets: [
      allow("WatchBuckets", {
        Action: [
          "s3:GetBucketAcl",
          "s3:GetBucketLocation",
          "s3:GetBucketNotification",
          "s3:GetBucketTagging",
          "s3:GetBucketVersioning",
          "s3:GetInventoryConfiguration",
          "s3:ListBucket",
          "s3:ListBucketVersions",
          "s3:PutBucketNotification",
          "s3:PutInventoryConfiguration",
        ],
        Resource: backedUp.bucketArns,
      }),
      allow("ReadObjects", {
        Action: [
          "s3:GetObject",
          "s3:GetObjectAcl",
          "s3:GetObjectTagging",
          "s3:GetObjectVersion",
          "s3:GetObjectVersionAcl",
          "s3:GetObjectVersionTagging",
        ],
        Resource: below(backedUp.bucketArns),
      }),
      ...useKeys(scope, backedUp, "decrypt"),
    ],
    changes: [
      allow("FollowChanges", {
        Action: [
          "events:DeleteRule",
          "events:DescribeRule",
          "events:DisableRule",
          "events:EnableRule",
          "events:ListTargetsByRule",
          "events:PutRule",
          "events:PutTargets",
          "events:RemoveTargets",
        ],
        Resource: [arn(scope, "events", "rule/AwsBackupManagedRule*")],
      }),
      // The name of a bucket's recovery point holds the bucket's.
      allow("TagRecoveryPoints", {
        Action: ["backup:TagResource"],
        Resource: [arn(scope, "backup", `recovery-point:*${ownNames(scope)}`)],
      }),
      // AWS knows no resource for these actions; they only list and measure.
      allow("FindResources", {
        Action: ["cloudwatch:GetMetricData", "events:ListRules", "s3:ListAllMyBuckets", "tag:GetResources"],
        Resource: ["*"],
      }),
    ],
  };
}

/**
 * What bringing back takes: AWS's own policy for it, without what makes or opens buckets, since a backup comes back
 * into the bucket that it was taken of, or into another of its owner.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForS3Restore.html
 */
export function restorePolicies(scope: Scope, backedUp: BackedUp): Record<string, Statement[]> {
  return {
    buckets: [
      allow("InspectBuckets", {
        Action: [
          "s3:GetBucketLocation",
          "s3:GetBucketOwnershipControls",
          "s3:GetBucketVersioning",
          "s3:ListBucket",
          "s3:ListBucketVersions",
        ],
        Resource: backedUp.bucketArns,
      }),
      allow("RestoreObjects", {
        Action: [
          "s3:DeleteObject",
          "s3:GetObject",
          "s3:GetObjectAcl",
          "s3:GetObjectTagging",
          "s3:GetObjectVersion",
          "s3:GetObjectVersionAcl",
          "s3:ListMultipartUploadParts",
          "s3:PutObject",
          "s3:PutObjectAcl",
          "s3:PutObjectTagging",
          "s3:PutObjectVersionAcl",
        ],
        Resource: below(backedUp.bucketArns),
      }),
      ...useKeys(scope, backedUp, "encrypt-and-decrypt"),
    ],
  };
}

/** Everything that the two roles ever do: what an account's permission boundary must leave them. */
export function backupActions(scope: Scope): string[] {
  const example = { bucketArns: [], keyAliases: { data: "" } };
  const statements = [backupPolicies(scope, example), restorePolicies(scope, example)].flatMap((policies) =>
    Object.values(policies).flat(),
  );
  return [...new Set(statements.flatMap(({ Action }) => Action ?? []))].sort();
}
