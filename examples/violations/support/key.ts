import { Key, type KeyArgs } from "@pulumi/aws/kms/key";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { REGION, roleArn, type Tier } from "./account";

/** A customer key that rotates and is protected from deletion, administered by the deployment role and used by one other through S3. */
export function customerKey(name: string, tier: Tier, args: KeyArgs, options: CustomResourceOptions): Key {
  return new Key(
    name,
    { description: `The key of ${name}`, enableKeyRotation: true, policy: keyPolicy(tier), ...args },
    { ...options, protect: tier !== "dev" },
  );
}

function keyPolicy(tier: Tier) {
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
    ],
  });
}
