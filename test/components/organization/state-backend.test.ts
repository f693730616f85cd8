import assert from "node:assert/strict";
import { unknownActions, type Document } from "../../stacks/support/iam-facts";
import { verdict } from "../support/iam";
import type { StatementJson } from "../support/run";
import { byName, recordStack } from "../../stacks/support/record-stack";

const ACCOUNTS = "123456789".split("").map((digit) => digit.repeat(12));
const ROLES = ACCOUNTS.map((id) => `arn:aws:iam::${id}:role/mlplatform-deployment`);
const PREVIEW_ROLES = ACCOUNTS.map((id) => `arn:aws:iam::${id}:role/mlplatform-preview`);
const READERS = [...ROLES, ...PREVIEW_ROLES];
const ROOTS = ACCOUNTS.map((id) => `arn:aws:iam::${id}:root`);
const BUCKET = "arn:aws:s3:::acme-org-core-pulumi-state-444444444444";
const [BACKUP, RESTORE] = ["backup", "restore"].map(
  (role) => `arn:aws:iam::444444444444:role/acme-org-core-${role}-of-buckets`,
) as [string, string];

async function documentOf(type: string, name: string): Promise<Document> {
  return JSON.parse(String(byName(await recordStack("org"), type)[name]?.inputs["policy"])) as Document;
}

describe("the state bucket", () => {
  it("is read by the deployment and preview roles of the company, written by the former, closed to others", async () => {
    const { Statement } = await documentOf("aws:s3/bucketPolicy:BucketPolicy", "state-backend-policy");
    const own = Statement.filter(({ Sid }) => /Role|Everyone/.test(Sid));
    const byReaders = { Condition: { ArnEquals: { "aws:PrincipalArn": READERS } } };
    const byWriters = { Condition: { ArnEquals: { "aws:PrincipalArn": ROLES } } };
    assert.deepEqual(own, [
      {
        Sid: "AllowRolesToFindState",
        Effect: "Allow",
        Principal: { AWS: ROOTS },
        Action: ["s3:GetBucketLocation", "s3:ListBucket"],
        Resource: [BUCKET],
        ...byReaders,
      },
      {
        Sid: "AllowRolesToReadState",
        Effect: "Allow",
        Principal: { AWS: ROOTS },
        Action: ["s3:GetObject"],
        Resource: [`${BUCKET}/*`],
        ...byReaders,
      },
      {
        Sid: "AllowDeploymentRolesToWriteState",
        Effect: "Allow",
        Principal: { AWS: ROOTS },
        Action: ["s3:DeleteObject", "s3:PutObject"],
        Resource: [`${BUCKET}/*`],
        ...byWriters,
      },
      {
        Sid: "DenyReadsByEveryoneElse",
        Effect: "Deny",
        Principal: "*",
        Action: ["s3:GetObject", "s3:GetObjectVersion"],
        Resource: [`${BUCKET}/*`],
        Condition: { ArnNotEquals: { "aws:PrincipalArn": [...READERS, BACKUP, RESTORE] } },
      },
      {
        Sid: "DenyWritesByEveryoneElse",
        Effect: "Deny",
        Principal: "*",
        Action: ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObject"],
        Resource: [`${BUCKET}/*`],
        Condition: { ArnNotEquals: { "aws:PrincipalArn": [...ROLES, RESTORE] } },
      },
    ]);
    assert.deepEqual(await unknownActions(own), []);
  });

  it("answers who may do what to a state", async () => {
    const { Statement } = await documentOf("aws:s3/bucketPolicy:BucketPolicy", "state-backend-policy");
    const may = (roleArn: string, action: string) => {
      const context = {
        "aws:principalarn": roleArn,
        "aws:principalorgid": "o-exampleorgid",
        "aws:principalisawsservice": "false",
        "aws:securetransport": "true",
        "s3:tlsversion": "1.3",
      };
      return verdict(Statement as readonly StatementJson[], { action, resource: `${BUCKET}/a`, context });
    };
    const who = { deployment: ROLES[4] ?? "", preview: PREVIEW_ROLES[4] ?? "", team: `${ROOTS[4]}/team` };
    const table = Object.entries(who).map(([name, roleArn]) => [
      name,
      ...[
        "s3:GetObject",
        "s3:GetObjectVersion",
        "s3:PutObject",
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
      ].map((action) => may(roleArn, action)),
    ]);
    const no = "denied";
    assert.deepEqual(table, [
      ["deployment", "allowed", "not allowed", "allowed", "allowed", "not allowed"],
      ["preview", "allowed", "not allowed", no, no, no],
      ["team", no, no, no, no, no],
    ]);
  });

  it("keeps earlier states for a year", async () => {
    const lifecycle = byName(
      await recordStack("org"),
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    )["state-backend-lifecycle"];
    const [rule] = lifecycle?.inputs["rules"] as Record<string, unknown>[];
    assert.deepEqual(rule?.["noncurrentVersionExpiration"], { noncurrentDays: 365 });
    assert.equal(rule?.["expiration"], undefined);
  });
});

describe("the key of the state", () => {
  it("is used by the deployment roles, and to decrypt by the preview roles, through S3 or for secrets", async () => {
    const { Statement } = await documentOf("aws:kms/key:Key", "state-backend-key");
    const role = { ArnEquals: { "aws:PrincipalArn": ROLES } };
    const previewRole = { ArnEquals: { "aws:PrincipalArn": PREVIEW_ROLES } };
    const throughS3 = { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } };
    const forSecrets = { StringEquals: { "kms:EncryptionContext:purpose": "pulumi-secrets" } };
    const ofCompany = { Effect: "Allow", Principal: { AWS: ROOTS }, Resource: ["*"] };
    assert.deepEqual(
      Statement.slice(2, 4).map(({ Sid, Action, Condition }) => [
        Sid,
        Action,
        Condition?.["ArnEquals"]?.["aws:PrincipalArn"],
        Condition?.["StringEquals"]?.["kms:ViaService"],
      ]),
      [
        ["AllowBackup", ["kms:Decrypt", "kms:DescribeKey"], [BACKUP], ["s3.eu-central-1.amazonaws.com"]],
        [
          "AllowRestore",
          ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
          [RESTORE],
          ["s3.eu-central-1.amazonaws.com"],
        ],
      ],
    );
    assert.deepEqual(Statement.slice(4), [
      {
        Sid: "AllowState",
        ...ofCompany,
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
        Condition: { ...role, ...throughS3 },
      },
      {
        Sid: "AllowSecrets",
        ...ofCompany,
        Action: ["kms:Decrypt", "kms:Encrypt"],
        Condition: { ...role, ...forSecrets },
      },
      {
        Sid: "AllowReadingState",
        ...ofCompany,
        Action: ["kms:Decrypt"],
        Condition: { ...previewRole, ...throughS3 },
      },
      {
        Sid: "AllowReadingSecrets",
        ...ofCompany,
        Action: ["kms:Decrypt"],
        Condition: { ...previewRole, ...forSecrets },
      },
    ]);
  });

  it("is named to Pulumi with the encryption context that its policy asks for", async () => {
    const recording = await recordStack("org");
    const key = byName(recording, "aws:kms/key:Key")["state-backend-key"];
    assert.deepEqual(recording.outputs["stateBackend"], {
      bucketName: "acme-org-core-pulumi-state-444444444444",
      secretsProvider: `awskms:///${String(key?.outputs["arn"])}?region=eu-central-1&context_purpose=pulumi-secrets`,
    });
  });
});

describe("the backup of the state", () => {
  it("takes up its bucket, into a vault of the shared account that nobody can empty", async () => {
    const recording = await recordStack("org");
    const selections = Object.values(byName(recording, "aws:backup/selection:Selection"));
    assert.deepEqual(
      selections.map(({ inputs }) => [inputs["iamRoleArn"], inputs["resources"]]),
      [[BACKUP, [BUCKET]]],
    );
    const lock = byName(recording, "aws:backup/vaultLockConfiguration:VaultLockConfiguration");
    assert.deepEqual(lock["state-backend-backups-lock"]?.inputs, {
      backupVaultName: "acme-org-core-backup",
      changeableForDays: 7,
      maxRetentionDays: 365,
      minRetentionDays: 35,
    });
  });
});
