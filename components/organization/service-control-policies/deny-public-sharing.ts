import type { PolicyStatement } from "@pulumi/aws/iam/documents";
import { exceptDeploymentRole, type GuardrailFacts } from "./statement";

/**
 * Keeps buckets, snapshots and images from being made public: the account-wide blocks stay as the platform
 * set them, encryption and instance metadata defaults with them, and no snapshot is shared with everybody.
 */
export function denyPublicSharing(facts: GuardrailFacts): PolicyStatement[] {
  return [
    {
      Sid: "DenyLiftingPublicAccessBlocks",
      Effect: "Deny",
      Action: [
        "ec2:DisableEbsEncryptionByDefault",
        "ec2:DisableImageBlockPublicAccess",
        "ec2:DisableSnapshotBlockPublicAccess",
        "ec2:EnableSnapshotBlockPublicAccess",
        "ec2:ModifyInstanceMetadataDefaults",
        "s3:PutAccountPublicAccessBlock",
        "s3:PutBucketPublicAccessBlock",
      ],
      Resource: "*",
      Condition: exceptDeploymentRole(facts),
    },
    {
      Sid: "DenyPublicSnapshots",
      Effect: "Deny",
      Action: ["ec2:ModifySnapshotAttribute"],
      Resource: "*",
      Condition: { StringEquals: { "ec2:Add/group": "all" } },
    },
  ];
}
