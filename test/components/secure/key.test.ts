import assert from "node:assert/strict";
import {
  cloudTrailUse,
  Key,
  keyPermissions,
  logsUse,
  serviceUse,
  type KeyArgs,
} from "../../../components/secure";
import { scopeOf } from "../support/fixtures";
import { run } from "../support/run";

const TRAINING = "arn:aws:iam::555555555555:role/acme-dev-fraud-training";
const ACCOUNT_PRINCIPAL = { AWS: "arn:aws:iam::555555555555:root" };
const KEY_TYPE = "aws:kms/key:Key";

const key = (args: Partial<KeyArgs> = {}) =>
  run(
    (opts) =>
      void new Key(
        "data-key",
        { scope: scopeOf("fraud"), purpose: "data", description: "Data of fraud", ...args },
        opts,
      ),
  );

const administration = [
  {
    Sid: "AllowAdministration",
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::555555555555:role/mlplatform-deployment" },
    Action: [
      "kms:CancelKeyDeletion",
      "kms:CreateAlias",
      "kms:DeleteAlias",
      "kms:DescribeKey",
      "kms:DisableKey",
      "kms:EnableKey",
      "kms:EnableKeyRotation",
      "kms:GetKeyPolicy",
      "kms:GetKeyRotationStatus",
      "kms:ListGrants",
      "kms:ListKeyPolicies",
      "kms:ListKeyRotations",
      "kms:ListResourceTags",
      "kms:PutKeyPolicy",
      "kms:RevokeGrant",
      "kms:ScheduleKeyDeletion",
      "kms:TagResource",
      "kms:UntagResource",
      "kms:UpdateAlias",
      "kms:UpdateKeyDescription",
    ],
    Resource: ["*"],
  },
  {
    Sid: "AllowRecoveryByRootUser",
    Effect: "Allow",
    Principal: ACCOUNT_PRINCIPAL,
    Action: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:PutKeyPolicy"],
    Resource: ["*"],
    Condition: { StringEquals: { "aws:PrincipalType": "Account" } },
  },
];

describe("key", () => {
  it("rotates, has an alias, and waits as long as its tier says before it is lost", async () => {
    const windows = [];
    for (const tier of ["dev", "staging", "prod"] as const) {
      const components = await key({ scope: scopeOf("fraud", tier) });
      const { policy: _, tags: __, ...inputs } = components.one(KEY_TYPE, "data-key").inputs;
      const { deletionWindowInDays, ...rest } = inputs;
      windows.push(deletionWindowInDays);
      assert.deepEqual(rest, {
        description: "Data of fraud",
        enableKeyRotation: true,
        rotationPeriodInDays: 365,
      });
      assert.equal(
        components.one("aws:kms/alias:Alias", "data-key-alias").inputs["name"],
        `alias/acme-${tier}-fraud-data`,
      );
    }
    assert.deepEqual(windows, [7, 14, 30]);
  });

  it("is administered by the deployment role, and otherwise by nobody but the root user", async () => {
    assert.deepEqual((await key()).document(KEY_TYPE, "data-key").Statement, administration);
  });

  it("is used by the named roles, through the named services, in its own account", async () => {
    const uses = {
      Training: {
        roles: [TRAINING],
        services: ["s3", "sagemaker"],
        access: "encrypt-and-decrypt",
        grants: true,
      },
    } as const;
    const [, , ...used] = (await key({ uses })).document(KEY_TYPE, "data-key").Statement;
    assert.deepEqual(used, [
      {
        Sid: "AllowTraining",
        Effect: "Allow",
        Principal: ACCOUNT_PRINCIPAL,
        Resource: ["*"],
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
        Condition: {
          StringEquals: {
            "kms:CallerAccount": "555555555555",
            "kms:ViaService": ["s3.eu-central-1.amazonaws.com", "sagemaker.eu-central-1.amazonaws.com"],
          },
          ArnEquals: { "aws:PrincipalArn": [TRAINING] },
        },
      },
      {
        Sid: "AllowTrainingGrants",
        Effect: "Allow",
        Principal: ACCOUNT_PRINCIPAL,
        Resource: ["*"],
        Action: ["kms:CreateGrant"],
        Condition: {
          StringEquals: { "kms:CallerAccount": "555555555555" },
          Bool: { "kms:GrantIsForAWSResource": "true" },
          ArnEquals: { "aws:PrincipalArn": [TRAINING] },
        },
      },
    ]);
  });

  it("gives each kind of access no more than its actions", async () => {
    const actions = async (access: "encrypt" | "decrypt" | "none", grants: boolean) => {
      const uses = { Use: { roles: [TRAINING], services: ["s3"], access, grants } };
      return (await key({ uses }))
        .document(KEY_TYPE, "data-key")
        .Statement.slice(2)
        .map((statement) => statement.Action);
    };
    assert.deepEqual(await actions("encrypt", false), [
      ["kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
    ]);
    assert.deepEqual(await actions("decrypt", false), [["kms:Decrypt", "kms:DescribeKey"]]);
    assert.deepEqual(await actions("none", true), [["kms:CreateGrant"]]);
    assert.deepEqual(await actions("none", false), []);
  });

  it("is used by services only in this account's name", () => {
    const scope = scopeOf("core");
    assert.deepEqual(logsUse(scope, "/acme/*"), {
      Sid: "AllowCloudWatchLogs",
      Effect: "Allow",
      Principal: { Service: "logs.eu-central-1.amazonaws.com" },
      Action: [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
      ],
      Resource: ["*"],
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-central-1:555555555555:log-group:/acme/*",
        },
      },
    });
    const trail = "arn:aws:cloudtrail:eu-central-1:555555555555:trail/audit";
    assert.deepEqual(cloudTrailUse(scope, trail, ["555555555555"]).Condition, {
      StringEquals: { "aws:SourceArn": trail },
      StringLikeIfExists: {
        "kms:EncryptionContext:aws:cloudtrail:arn": ["arn:aws:cloudtrail:*:555555555555:trail/*"],
      },
    });
    assert.deepEqual(
      serviceUse("AllowDelivery", "delivery.logs.amazonaws.com", {
        account: "555555555555",
        arn: "arn:aws:logs:*",
      }),
      {
        Sid: "AllowDelivery",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: ["kms:DescribeKey", "kms:GenerateDataKey"],
        Resource: ["*"],
        Condition: {
          StringEquals: { "aws:SourceAccount": "555555555555" },
          ArnLike: { "aws:SourceArn": "arn:aws:logs:*" },
        },
      },
    );
  });

  it("is named by its alias in the policies of the roles that use it", () => {
    const use = { services: ["s3"], access: "decrypt", grants: true } as const;
    assert.deepEqual(keyPermissions(scopeOf("fraud"), "UseDataKey", "alias/acme-dev-fraud-data", use), [
      {
        Sid: "UseDataKey",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:DescribeKey"],
        Resource: ["arn:aws:kms:eu-central-1:555555555555:key/*"],
        Condition: {
          "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/acme-dev-fraud-data" },
          StringEquals: { "kms:ViaService": ["s3.eu-central-1.amazonaws.com"] },
        },
      },
      {
        Sid: "UseDataKeyGrants",
        Effect: "Allow",
        Action: ["kms:CreateGrant"],
        Resource: ["arn:aws:kms:eu-central-1:555555555555:key/*"],
        Condition: {
          "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/acme-dev-fraud-data" },
          Bool: { "kms:GrantIsForAWSResource": "true" },
        },
      },
    ]);
  });
});
