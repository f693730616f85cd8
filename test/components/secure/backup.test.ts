import assert from "node:assert/strict";
import { LONGEST } from "../../../config/limits";
import type { Tier } from "../../../config";
import {
  backupActions,
  backupRoleArn,
  backupRolePatterns,
  BackupVault,
  BucketBackup,
  trustBackup,
} from "../../../components/secure";
import { scopeOf } from "../support/fixtures";
import { run } from "../support/run";

const vaultOf = (tier: Tier) =>
  run((opts) => void new BackupVault("backups", { scope: scopeOf("core", tier) }, opts));

const LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

describe("the vault of an account's backups", () => {
  it("is under a key of its own, and outlives its stack in prod with all that closes it", async () => {
    const components = await vaultOf("prod");
    const vault = components.one("aws:backup/vault:Vault", "backups");
    const key = components.one("aws:kms/key:Key", "backups-key");
    assert.equal(vault.inputs["name"], "acme-prod-core-backup");
    assert.equal(vault.inputs["kmsKeyArn"], key.outputs["arn"]);
    assert.equal(vault.inputs["forceDestroy"], undefined);
    assert.equal((vault.inputs["tags"] as Record<string, string>)["Team"], "core");
    for (const resource of [
      vault,
      components.one(LOCK, "backups-lock"),
      components.one("aws:backup/vaultPolicy:VaultPolicy", "backups-policy"),
    ]) {
      assert.equal(resource.options.retainOnDelete, true, resource.name);
    }
    assert.equal(vault.options.protect, true);
    assert.equal(components.one(LOCK, "backups-lock").options.protect, true);
  });

  it("is locked for the tier's days: beyond anyone's reach in prod, beyond all but the deployment's in staging", async () => {
    const lockOf = async (tier: Tier) => (await vaultOf(tier)).one(LOCK, "backups-lock");
    assert.deepEqual((await lockOf("prod")).inputs, {
      backupVaultName: "acme-prod-core-backup",
      changeableForDays: 7,
      maxRetentionDays: 365,
      minRetentionDays: 35,
    });
    const staging = await lockOf("staging");
    assert.deepEqual(staging.inputs, {
      backupVaultName: "acme-staging-core-backup",
      maxRetentionDays: 365,
      minRetentionDays: 14,
    });
    assert.equal(staging.options.retainOnDelete, false);
  });

  it("lets nobody delete, shorten or copy a backup, and only the deployment change what closes it", async () => {
    const { Statement } = (await vaultOf("prod")).document(
      "aws:backup/vaultPolicy:VaultPolicy",
      "backups-policy",
    );
    assert.deepEqual(Statement, [
      {
        Sid: "DenyDeletingBackups",
        Effect: "Deny",
        Principal: "*",
        Action: [
          "backup:DeleteRecoveryPoint",
          "backup:DisassociateRecoveryPoint",
          "backup:UpdateRecoveryPointLifecycle",
        ],
        Resource: "*",
      },
      {
        Sid: "DenyOpeningVault",
        Effect: "Deny",
        Principal: "*",
        Action: [
          "backup:DeleteBackupVault",
          "backup:DeleteBackupVaultAccessPolicy",
          "backup:DeleteBackupVaultLockConfiguration",
          "backup:PutBackupVaultAccessPolicy",
          "backup:PutBackupVaultLockConfiguration",
        ],
        Resource: "*",
        Condition: {
          ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::555555555555:role/mlplatform-deployment" },
        },
      },
      {
        Sid: "DenyCopies",
        Effect: "Deny",
        Principal: "*",
        Action: ["backup:CopyFromBackupVault"],
        Resource: "*",
      },
    ]);
  });

  it("has a key that only the deployment hands to AWS Backup", async () => {
    const { Statement } = (await vaultOf("prod")).document("aws:kms/key:Key", "backups-key");
    const uses = Statement.filter(({ Sid }) => Sid.startsWith("AllowVault"));
    assert.deepEqual(
      uses.map(({ Sid, Action }) => [Sid, Action]),
      [
        ["AllowVault", ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"]],
        ["AllowVaultGrants", ["kms:CreateGrant"]],
        ["AllowVaultToRetireGrants", ["kms:RetireGrant"]],
      ],
    );
    for (const { Sid, Condition } of uses) {
      const role = "arn:aws:iam::555555555555:role/mlplatform-deployment";
      assert.deepEqual([Condition?.["ArnEquals"]?.["aws:PrincipalArn"]].flat(), [role], Sid);
    }
    assert.equal(Statement.length, 5);
  });
});

describe("the backups of an owner's buckets", () => {
  const scope = scopeOf("fraud", "prod", { dataClassification: "restricted" });
  const DATA = "arn:aws:s3:::acme-prod-fraud-data-555555555555";
  const backup = run((opts) => {
    new BucketBackup(
      "fraud-backup",
      {
        scope,
        vaultName: "acme-prod-core-backup",
        boundaryArn: "arn:aws:iam::555555555555:policy/boundary",
        bucketArns: [DATA],
        keyAliases: { data: "alias/acme-prod-fraud-data" },
      },
      opts,
    );
  });

  it("keep every change for the tier's days, of the buckets by name", async () => {
    const components = await backup;
    const plan = components.one("aws:backup/plan:Plan", "fraud-backup-plan");
    assert.equal(plan.inputs["name"], "acme-prod-fraud-backup");
    assert.deepEqual(plan.inputs["rules"], [
      {
        ruleName: "continuous",
        targetVaultName: "acme-prod-core-backup",
        schedule: "cron(0 2 * * ? *)",
        startWindow: 60,
        completionWindow: 10080,
        enableContinuousBackup: true,
        lifecycle: { deleteAfter: 35 },
      },
    ]);
    assert.deepEqual(components.one("aws:backup/selection:Selection", "fraud-backup-selection").inputs, {
      name: "buckets",
      planId: plan.id,
      iamRoleArn: "arn:aws:iam::555555555555:role/acme-prod-fraud-backup-of-buckets",
      resources: [DATA],
    });
  });

  it("are taken and brought back by two roles, which AWS Backup takes for this account alone", async () => {
    const roles = (await backup).all("aws:iam/role:Role");
    assert.deepEqual(roles.map(({ inputs }) => inputs["name"]).sort(), [
      "acme-prod-fraud-backup-of-buckets",
      "acme-prod-fraud-restore-of-buckets",
    ]);
    assert.deepEqual(trustBackup(scope), {
      Sid: "TrustService",
      Effect: "Allow",
      Principal: { Service: "backup.amazonaws.com" },
      Action: ["sts:AssumeRole"],
      Condition: { StringEquals: { "aws:SourceAccount": "555555555555" } },
    });
    for (const { inputs } of roles) {
      const trust = JSON.parse(String(inputs["assumeRolePolicy"])) as { Statement: unknown };
      assert.deepEqual(trust.Statement, [trustBackup(scope)]);
      assert.equal(inputs["permissionsBoundary"], "arn:aws:iam::555555555555:policy/boundary");
    }
  });

  it("read but never write objects, and reach nothing but these buckets", async () => {
    const components = await backup;
    const statements = (name: string) => components.document("aws:iam/rolePolicy:RolePolicy", name).Statement;
    const taking = [...statements("fraud-backup-role-buckets"), ...statements("fraud-backup-role-changes")];
    const writes = taking
      .flatMap(({ Action }) => Action ?? [])
      .filter((action) => /^s3:(Put|Delete|Create|Abort|Restore|Bypass)/.test(action));
    assert.deepEqual(writes, ["s3:PutBucketNotification", "s3:PutInventoryConfiguration"]);
    const restoring = statements("fraud-backup-restore-role-buckets");
    const reached = [...taking, ...restoring].flatMap(({ Resource }) => Resource ?? []);
    assert.deepEqual([...new Set(reached)].sort(), [
      "*",
      "arn:aws:backup:eu-central-1:555555555555:recovery-point:*acme-prod-fraud-*",
      "arn:aws:events:eu-central-1:555555555555:rule/AwsBackupManagedRule*",
      "arn:aws:kms:eu-central-1:555555555555:key/*",
      DATA,
      `${DATA}/*`,
    ]);
    const everywhere = [...taking, ...restoring].filter(({ Resource }) => Resource?.includes("*"));
    assert.deepEqual(
      everywhere.filter(({ Resource }) => [Resource].flat().includes("*")).flatMap(({ Action }) => Action),
      ["cloudwatch:GetMetricData", "events:ListRules", "s3:ListAllMyBuckets", "tag:GetResources"],
    );
    const open = /^s3:(CreateBucket|PutBucket(Versioning|OwnershipControls|Policy|Acl))$/;
    assert.deepEqual(
      backupActions(scope).filter((action) => open.test(action)),
      [],
    );
  });

  it("have roles that no model's role can be taken for", () => {
    const [taking, restoring] = backupRolePatterns(scope);
    assert.deepEqual(
      [taking, restoring],
      [
        "arn:aws:iam::555555555555:role/acme-prod-*-backup-of-buckets",
        "arn:aws:iam::555555555555:role/acme-prod-*-restore-of-buckets",
      ],
    );
    for (const role of ["backup", "restore"] as const) {
      const purpose = backupRoleArn(scope, role).split("acme-prod-fraud-")[1] ?? "";
      assert.ok(purpose.length > LONGEST.item && purpose.length <= LONGEST.purpose, purpose);
    }
  });
});
