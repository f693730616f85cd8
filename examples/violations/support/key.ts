import { Key, type KeyArgs } from "@pulumi/aws/kms/key";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { ACCOUNTS, arn, REGION, roleArn, type Tier } from "./account";

/** A customer key that rotates and is protected from deletion, administered by the deployment role and used by one other through S3. */
export function customerKey(name: string, tier: Tier, args: KeyArgs, options: CustomResourceOptions): Key {
  return new Key(
    name,
    { description: `The key of ${name}`, enableKeyRotation: true, policy: keyPolicy(tier), ...args },
    { ...options, protect: tier !== "dev" },
  );
}

/** The same for a log group, with which CloudWatch Logs encrypts it; Pulumi ends the group's name with letters of its own. */
export function keyOfLogs(group: string, tier: Tier, options: CustomResourceOptions): Key {
  const logGroup = arn("logs", `log-group:${group}-*`, { account: ACCOUNTS[tier] });
  const byLogs = {
    Sid: "AllowCloudWatchLogs",
    Effect: "Allow",
    Principal: { Service: `logs.${REGION}.amazonaws.com` },
    Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
    Resource: "*",
    Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": logGroup } },
  };
  return customerKey("logs", tier, { policy: keyPolicy(tier, byLogs) }, options);
}

function keyPolicy(tier: Tier, ...more: readonly object[]) {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AllowAdministration",
        Effect: "Allow",
        Principal: { AWS: roleArn(tier, "deployment") },
        Action: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
        Resource: "*",
      },
      {
        Sid: "AllowUseThroughS3",
        Effect: "Allow",
        Principal: { AWS: roleArn(tier, "training") },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: { StringEquals: { "kms:ViaService": `s3.${REGION}.amazonaws.com` } },
      },
      ...more,
    ],
  });
}
