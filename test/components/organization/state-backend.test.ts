import assert from "node:assert/strict";
import { unknownActions, type Document } from "../../stacks/support/iam-facts";
import { byName, recordStack } from "../../stacks/support/record-stack";

const ACCOUNTS = "123456789".split("").map((digit) => digit.repeat(12));
const ROLES = ACCOUNTS.map((id) => `arn:aws:iam::${id}:role/mlplatform-deployment`);
const ROOTS = ACCOUNTS.map((id) => `arn:aws:iam::${id}:root`);
const BUCKET = "arn:aws:s3:::acme-org-core-pulumi-state-444444444444";

async function documentOf(type: string, name: string): Promise<Document> {
  return JSON.parse(String(byName(await recordStack("org"), type)[name]?.inputs["policy"])) as Document;
}

describe("the state bucket", () => {
  it("is open to the deployment roles of the company's accounts, and closed to everyone else", async () => {
    const { Statement } = await documentOf("aws:s3/bucketPolicy:BucketPolicy", "state-backend-policy");
    const own = Statement.filter(({ Sid }) => /Role|Everyone/.test(Sid));
    assert.deepEqual(
      own.map(({ Sid, Effect, Principal, Resource, Condition }) => [
        Sid,
        Effect,
        Principal,
        Resource,
        Condition,
      ]),
      [
        [
          "AllowDeploymentRolesToFindState",
          "Allow",
          { AWS: ROOTS },
          [BUCKET],
          { ArnEquals: { "aws:PrincipalArn": ROLES } },
        ],
        [
          "AllowDeploymentRolesToUseState",
          "Allow",
          { AWS: ROOTS },
          [`${BUCKET}/*`],
          { ArnEquals: { "aws:PrincipalArn": ROLES } },
        ],
        ["DenyEveryoneElse", "Deny", "*", [`${BUCKET}/*`], { ArnNotEquals: { "aws:PrincipalArn": ROLES } }],
      ],
    );
    assert.deepEqual(await unknownActions(own), []);
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
  it("is used by the same roles, through S3 or for secrets, and by nobody else", async () => {
    const { Statement } = await documentOf("aws:kms/key:Key", "state-backend-key");
    const role = { ArnEquals: { "aws:PrincipalArn": ROLES } };
    assert.deepEqual(Statement.slice(2), [
      {
        Sid: "AllowState",
        Effect: "Allow",
        Principal: { AWS: ROOTS },
        Resource: ["*"],
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
        Condition: { ...role, StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } },
      },
      {
        Sid: "AllowSecrets",
        Effect: "Allow",
        Principal: { AWS: ROOTS },
        Resource: ["*"],
        Action: ["kms:Decrypt", "kms:Encrypt"],
        Condition: { ...role, StringEquals: { "kms:EncryptionContext:purpose": "pulumi-secrets" } },
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
