import assert from "node:assert/strict";
import { RotationFunction, Secret } from "../../../components/secure";
import { scopeOf } from "../support/fixtures";
import { run } from "../support/run";

const READER = "arn:aws:iam::555555555555:role/acme-prod-fraud-secret-reader";
const KEY = "arn:aws:kms:eu-central-1:555555555555:key/1";
const FUNCTION = "arn:aws:lambda:eu-central-1:555555555555:function:acme-prod-fraud-secret-rotation";
const scope = scopeOf("fraud", "prod");

const secret = () =>
  run((opts) => {
    const args = {
      description: "The feed.",
      keyArn: KEY,
      rotationFunctionArn: FUNCTION,
      rotationDays: 30,
      readers: [READER],
    };
    new Secret("feed", { scope, purpose: "feed", ...args }, opts);
  });
const rotation = () =>
  run((opts) => {
    const args = {
      secretNames: ["acme-prod-fraud-feed"],
      keyArn: KEY,
      keyAlias: "alias/acme-prod-fraud-secrets",
    };
    const place = {
      boundaryArn: "arn:aws:iam::555555555555:policy/boundary",
      subnetIds: ["subnet-1"],
      securityGroupIds: ["sg-1"],
    };
    new RotationFunction("rotation", { scope, ...args, ...place }, opts);
  });

describe("secret", () => {
  it("is under a customer key, can be brought back, and rotates", async () => {
    const components = await secret();
    const { tags: _, ...inputs } = components.one("aws:secretsmanager/secret:Secret", "feed").inputs;
    assert.deepEqual(inputs, {
      name: "acme-prod-fraud-feed",
      description: "The feed.",
      kmsKeyId: KEY,
      recoveryWindowInDays: 30,
    });
    const rotationInputs = components.one(
      "aws:secretsmanager/secretRotation:SecretRotation",
      "feed-rotation",
    ).inputs;
    assert.equal(rotationInputs["rotationLambdaArn"], FUNCTION);
    assert.deepEqual(rotationInputs["rotationRules"], { automaticallyAfterDays: 30 });
  });

  it("keeps its first value secret, and leaves later ones to the rotation", async () => {
    const components = await secret();
    const version = components.one("aws:secretsmanager/secretVersion:SecretVersion", "feed-first-version");
    assert.deepEqual(version.secretInputs, ["secretString"]);
    assert.deepEqual(version.inputs["versionStages"], ["AWSCURRENT", "FIRST"]);
    assert.deepEqual(version.options.ignoreChanges, ["secretString", "versionStages"]);
    const { length, special } = components.one(
      "random:index/randomPassword:RandomPassword",
      "feed-first-value",
    ).inputs;
    assert.deepEqual({ length, special }, { length: 48, special: false });
  });

  it("shows its value to its readers alone", async () => {
    const components = await secret();
    assert.equal(
      components.one("aws:secretsmanager/secretPolicy:SecretPolicy", "feed-policy").inputs[
        "blockPublicPolicy"
      ],
      true,
    );
    assert.deepEqual(
      components.document("aws:secretsmanager/secretPolicy:SecretPolicy", "feed-policy").Statement,
      [
        {
          Sid: "DenyOtherReaders",
          Effect: "Deny",
          Principal: "*",
          Resource: ["*"],
          Action: ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"],
          Condition: {
            ArnNotEquals: {
              "aws:PrincipalArn": ["arn:aws:iam::555555555555:role/mlplatform-deployment", READER],
            },
          },
        },
        {
          Sid: "DenyOtherOrganizations",
          Effect: "Deny",
          Principal: "*",
          Resource: ["*"],
          Action: ["secretsmanager:*"],
          Condition: {
            StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorgid" },
            BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
          },
        },
      ],
    );
  });
});

describe("rotation function", () => {
  it("runs in the VPC, and only Secrets Manager of this account may invoke it", async () => {
    const components = await rotation();
    const { runtime, handler, vpcConfig, environment } = components.one(
      "aws:lambda/function:Function",
      "rotation",
    ).inputs;
    assert.deepEqual(
      { runtime, handler, vpcConfig, environment },
      {
        runtime: "nodejs22.x",
        handler: "index.handler",
        vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] },
        environment: undefined,
      },
    );
    assert.deepEqual(components.one("aws:lambda/permission:Permission", "rotation-permission").inputs, {
      function: "acme-prod-fraud-secret-rotation",
      action: "lambda:InvokeFunction",
      principal: "secretsmanager.amazonaws.com",
      sourceAccount: "555555555555",
      sourceArn: "arn:aws:secretsmanager:eu-central-1:555555555555:secret:*",
    });
  });

  it("may rotate its own secrets, write its log, be connected, and nothing else", async () => {
    const components = await rotation();
    const POLICY = "aws:iam/rolePolicy:RolePolicy";
    assert.deepEqual(components.names(POLICY), [
      "rotation-role-logs",
      "rotation-role-network",
      "rotation-role-secrets",
    ]);
    assert.deepEqual(components.document(POLICY, "rotation-role-secrets").Statement, [
      {
        Sid: "RotateSecrets",
        Effect: "Allow",
        Action: [
          "secretsmanager:DescribeSecret",
          "secretsmanager:GetSecretValue",
          "secretsmanager:PutSecretValue",
          "secretsmanager:UpdateSecretVersionStage",
        ],
        Resource: ["arn:aws:secretsmanager:eu-central-1:555555555555:secret:acme-prod-fraud-feed-??????"],
        Condition: { StringEquals: { "secretsmanager:resource/AllowRotationLambdaArn": FUNCTION } },
      },
      {
        Sid: "MakeRandomValues",
        Effect: "Allow",
        Action: ["secretsmanager:GetRandomPassword"],
        Resource: ["*"],
      },
      {
        Sid: "UseSecretsKey",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
        Resource: ["arn:aws:kms:eu-central-1:555555555555:key/*"],
        Condition: {
          "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/acme-prod-fraud-secrets" },
          StringEquals: { "kms:ViaService": ["secretsmanager.eu-central-1.amazonaws.com"] },
        },
      },
    ]);
    assert.deepEqual(components.document(POLICY, "rotation-role-logs").Statement, [
      {
        Sid: "WriteLog",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [
          "arn:aws:logs:eu-central-1:555555555555:log-group:/aws/lambda/acme-prod-fraud-secret-rotation:*",
        ],
      },
    ]);
    const interfaces = [
      "ec2:AssignPrivateIpAddresses",
      "ec2:CreateNetworkInterface",
      "ec2:DeleteNetworkInterface",
      "ec2:UnassignPrivateIpAddresses",
    ];
    assert.deepEqual(components.document(POLICY, "rotation-role-network").Statement, [
      {
        Sid: "ConnectToVpc",
        Effect: "Allow",
        Action: interfaces,
        Resource: ["arn:aws:ec2:eu-central-1:555555555555:*/*"],
      },
      {
        Sid: "ListNetwork",
        Effect: "Allow",
        Action: ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"],
        Resource: ["*"],
        Condition: { StringEquals: { "aws:RequestedRegion": "eu-central-1" } },
      },
      {
        Sid: "DenyNetworkToCode",
        Effect: "Deny",
        Action: interfaces,
        Resource: ["*"],
        Condition: { ArnEquals: { "lambda:SourceFunctionArn": FUNCTION } },
      },
    ]);
  });
});
