import * as kms from "@pulumi/aws/kms";
import { Provider } from "@pulumi/aws/provider";
import type { CustomResourceOptions } from "@pulumi/pulumi";

/** What other stacks of the company made: accounts, a network, roles. Programs name them by id, as people do. */
export const ACCOUNT = "888888888888";
export const MANAGEMENT_ACCOUNT = "111111111111";
export const LOG_ACCOUNT = "222222222222";
export const ORGANIZATION = "o-exampleorgid";
export const REGION = "eu-central-1";
const PARTITION = "aws";
export const VPC = "vpc-0a1b2c3d4e5f60718";
export const VPC_RANGE = "10.20.0.0/16";
export const PRIVATE_SUBNETS = [
  "subnet-0aaa1111bbbb2222c",
  "subnet-0ddd3333eeee4444f",
  "subnet-0aaa5555bbbb6666c",
];
export const ENDPOINTS_GROUP = "sg-0123456789abcdef0";
export const LOG_BUCKET = "acme-access-logs-888888888888";
export const LOG_KEY = arn("kms", "key/0f0f0f0f-1111-4222-8333-444444444444");
export const BOUNDARY = arn("iam", "policy/acme-prod-core-permissions-boundary", "");
export const BACKUP_PLAN = "6b7c8d9e-1111-4222-8333-444444444444";
export const BACKUP_ROLE = "backup";
export const DEPLOYER = arn("iam", "role/deployment", "");

export const TAGS = {
  CostCenter: "CC-2040",
  DataClassification: "confidential",
  ManagedBy: "pulumi",
  Owner: "platform@example.com",
  Team: "recommendations",
  Environment: "prod",
};

/** An ARN in the account, in the region unless another or none is given. */
export function arn(service: string, resource: string, region = REGION, account = ACCOUNT): string {
  return `arn:${PARTITION}:${service}:${region}:${account}:${resource}`;
}

/** Options with the provider that acts in one account. */
export function inAccount(account = ACCOUNT, tags: Partial<typeof TAGS> = {}): CustomResourceOptions {
  return {
    provider: new Provider(`account-${account}`, {
      region: REGION,
      allowedAccountIds: [account],
      assumeRoles: [{ roleArn: arn("iam", "role/deployment", "", account) }],
      defaultTags: { tags: { ...TAGS, ...tags } },
    }),
  };
}

/** A policy document as JSON. */
export const document = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/**
 * A trust policy for machines: EC2 sets no source when it assumes a role, so that a condition would shut it out.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
 */
export const trustingMachines = (): string =>
  document({ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" });

/** A trust policy for one service, for this account's resources only. */
export const trusting = (service: string, account = ACCOUNT): string =>
  document({
    Effect: "Allow",
    Principal: { Service: service },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": account } },
  });

/** A customer key with a policy that names who uses it, and through what. */
export function key(
  name: string,
  use: readonly object[],
  options: CustomResourceOptions,
  account = ACCOUNT,
): kms.Key {
  return new kms.Key(
    name,
    {
      description: `Encrypts ${name}`,
      enableKeyRotation: true,
      rotationPeriodInDays: 365,
      deletionWindowInDays: 30,
      policy: document(
        {
          Sid: "Administration",
          Effect: "Allow",
          Principal: { AWS: arn("iam", "role/deployment", "", account) },
          Action: [
            "kms:DescribeKey",
            "kms:EnableKeyRotation",
            "kms:GetKeyPolicy",
            "kms:PutKeyPolicy",
            "kms:ScheduleKeyDeletion",
            "kms:TagResource",
          ],
          Resource: "*",
        },
        ...use,
      ),
    },
    { ...options, protect: true },
  );
}

/** Use of a key by one role, through one service. */
export const through = (service: string, role: string) => ({
  Sid: `Use${service}`,
  Effect: "Allow",
  Principal: { AWS: arn("iam", `role/${role}`, "") },
  Action: ["kms:Decrypt", "kms:GenerateDataKey"],
  Resource: "*",
  Condition: { StringEquals: { "kms:ViaService": `${service}.${REGION}.amazonaws.com` } },
});

/**
 * Use of a key by Auto Scaling, which makes the encrypted disks of the machines that it starts.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
export const byAutoScaling = (): readonly object[] => {
  const role = arn("iam", "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling", "");
  const allow = { Effect: "Allow", Principal: { AWS: [role] }, Resource: "*" };
  return [
    {
      ...allow,
      Sid: "UseByAutoScaling",
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
    },
    {
      ...allow,
      Sid: "GrantsByAutoScaling",
      Action: ["kms:CreateGrant"],
      Condition: { Bool: { "kms:GrantIsForAWSResource": true } },
    },
  ];
};

/** Use of a key by CloudWatch Logs, for one log group. */
export const byLogs = (group: string, account = ACCOUNT) => ({
  Sid: "UseByLogs",
  Effect: "Allow",
  Principal: { Service: `logs.${REGION}.amazonaws.com` },
  Action: [
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
  ],
  Resource: "*",
  Condition: {
    ArnEquals: { "kms:EncryptionContext:aws:logs:arn": arn("logs", `log-group:${group}`, REGION, account) },
  },
});
