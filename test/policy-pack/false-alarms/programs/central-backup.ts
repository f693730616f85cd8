import * as backup from "@pulumi/aws/backup";
import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

/** Daily backups of what is tagged for them, copied to a locked vault in the account for logs and copies. */
export const centralBackup: Program = {
  name: "backups, copied to a vault in another account",
  sources: [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html",
  ],
  run: () => {
    const here = company.inAccount();
    const there = company.inAccount(company.LOG_ACCOUNT);
    const source = vault("daily", company.ACCOUNT, here);
    const copies = vault("copies", company.LOG_ACCOUNT, there, [
      {
        Sid: "CopyFromTheOrganization",
        Effect: "Allow",
        Principal: "*",
        Action: "backup:CopyIntoBackupVault",
        Resource: "*",
        Condition: { StringEquals: { "aws:PrincipalOrgID": company.ORGANIZATION } },
      },
    ]);

    const role = new iam.Role(
      "backups",
      {
        name: "backups",
        assumeRolePolicy: company.trusting("backup.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
      },
      here,
    );
    for (const policy of ["AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForRestores"])
      new iam.RolePolicyAttachment(
        policy,
        { role: role.name, policyArn: `arn:aws:iam::aws:policy/service-role/${policy}` },
        here,
      );
    const plan = new backup.Plan(
      "daily",
      {
        rules: [
          {
            ruleName: "daily",
            targetVaultName: source.name,
            schedule: "cron(0 3 ? * * *)",
            startWindow: 60,
            completionWindow: 480,
            enableContinuousBackup: false,
            lifecycle: { deleteAfter: 35 },
            recoveryPointTags: company.TAGS,
            copyActions: [{ destinationVaultArn: copies.arn, lifecycle: { deleteAfter: 90 } }],
          },
        ],
        advancedBackupSettings: [{ resourceType: "EC2", backupOptions: { WindowsVSS: "enabled" } }],
      },
      here,
    );
    new backup.Selection(
      "tagged",
      {
        planId: plan.id,
        iamRoleArn: role.arn,
        selectionTags: [{ type: "STRINGEQUALS", key: "Backup", value: "daily" }],
      },
      here,
    );
    const topic = new sns.Topic("backups", { kmsMasterKeyId: source.kmsKeyArn }, here);
    new sns.TopicPolicy(
      "backups",
      {
        arn: topic.arn,
        policy: topic.arn.apply((arn) =>
          company.document(
            {
              Effect: "Allow",
              Principal: { Service: "backup.amazonaws.com" },
              Action: "SNS:Publish",
              Resource: arn,
              Condition: { StringEquals: { "aws:SourceAccount": company.ACCOUNT } },
            },
            {
              Effect: "Deny",
              Principal: "*",
              Action: "SNS:Publish",
              Resource: arn,
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
          ),
        ),
      },
      here,
    );
    new backup.VaultNotifications(
      "daily",
      {
        backupVaultName: source.name,
        snsTopicArn: topic.arn,
        backupVaultEvents: ["BACKUP_JOB_FAILED", "COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED"],
      },
      here,
    );
  },
};

/** A vault under a lock, whose policy lets nobody delete what is in it. */
function vault(
  name: string,
  account: string,
  options: pulumi.CustomResourceOptions,
  statements: readonly object[] = [],
): backup.Vault {
  const key = new kms.Key(
    name,
    {
      description: `Encrypts the backups in ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: company.document(
        {
          Sid: "Administration",
          Effect: "Allow",
          Principal: { AWS: company.arn("iam", "role/deployment", "", account) },
          Action: ["kms:Describe*", "kms:Get*", "kms:List*", "kms:PutKeyPolicy", "kms:TagResource"],
          Resource: "*",
        },
        {
          Sid: "Backups",
          Effect: "Allow",
          Principal: { AWS: company.arn("iam", "role/backups", "", account) },
          Action: ["kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"],
          Resource: "*",
          Condition: { StringEquals: { "kms:ViaService": `backup.${company.REGION}.amazonaws.com` } },
        },
        {
          Sid: "Grants",
          Effect: "Allow",
          Principal: { AWS: company.arn("iam", "role/backups", "", account) },
          Action: "kms:CreateGrant",
          Resource: "*",
          Condition: { Bool: { "kms:GrantIsForAWSResource": true } },
        },
      ),
    },
    { ...options, protect: true },
  );
  const made = new backup.Vault(name, { name, kmsKeyArn: key.arn }, { ...options, protect: true });
  new backup.VaultLockConfiguration(
    name,
    { backupVaultName: made.name, changeableForDays: 3, minRetentionDays: 35, maxRetentionDays: 365 },
    { ...options, protect: true },
  );
  new backup.VaultPolicy(
    name,
    {
      backupVaultName: made.name,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "DenyDeletion",
            Effect: "Deny",
            Principal: "*",
            Action: [
              "backup:DeleteBackupVault",
              "backup:DeleteRecoveryPoint",
              "backup:DisassociateRecoveryPoint",
              "backup:UpdateRecoveryPointLifecycle",
            ],
            Resource: "*",
          },
          {
            Sid: "DenyOpening",
            Effect: "Deny",
            Principal: "*",
            Action: [
              "backup:DeleteBackupVaultAccessPolicy",
              "backup:DeleteBackupVaultLockConfiguration",
              "backup:PutBackupVaultAccessPolicy",
              "backup:PutBackupVaultLockConfiguration",
            ],
            Resource: "*",
            Condition: {
              ArnNotEquals: { "aws:PrincipalArn": company.arn("iam", "role/deployment", "", account) },
            },
          },
          ...statements,
        ],
      }),
    },
    options,
  );
  return made;
}
