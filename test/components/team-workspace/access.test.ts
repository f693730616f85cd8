import assert from "node:assert/strict";
import { Access, type Asker } from "../support/access";
import { fullTeam, plainTeam } from "../support/fixtures";
import { runWorkspaces } from "../support/workspaces";

const of = (team: string, purpose: string): Asker => ({ role: `acme-dev-${team}-${purpose}`, team });
const training = of("fraud", "training");
const scorer = of("fraud", "serving-scorer");
const ranker = of("fraud", "serving-ranker");
const notebooks = of("fraud", "notebooks");
const featureStore = of("fraud", "feature-store");
const client = of("fraud", "inference-client");
const reader = of("fraud", "secret-reader");
const otherTraining = of("search", "training");
const otherClient = of("search", "inference-client");
const stranger = of("search", "nobody");
const deployment: Asker = { role: "mlplatform-deployment", team: "" };

const DATA = "acme-dev-fraud-data-555555555555";
const OUTPUT = "acme-dev-fraud-output-555555555555";
const MODELS = "acme-dev-fraud-models-555555555555";

const teams = {
  fraud: fullTeam(0, {
    models: Object.fromEntries(
      Object.entries(fullTeam(0).models).map(([name, model]) => [
        name,
        { ...model, callers: name === "scorer" ? ["search"] : [] },
      ]),
    ),
  }),
  search: plainTeam(1, { training: { instanceTypes: ["ml.m5.xlarge"], maxRuntimeHours: 1 } }),
};

describe("access to a team's objects", () => {
  const table: [Asker, string, string, string, string][] = [
    [training, "s3:GetObject", DATA, "train.csv", "allowed"],
    [training, "s3:ListBucket", DATA, "", "allowed"],
    [training, "s3:PutObject", OUTPUT, "job/model.tar.gz", "allowed"],
    [training, "s3:PutObject", DATA, "train.csv", "not allowed"],
    [training, "s3:DeleteObject", DATA, "train.csv", "not allowed"],
    [training, "s3:GetObject", OUTPUT, "job/model.tar.gz", "not allowed"],
    [training, "s3:DeleteObject", OUTPUT, "job/model.tar.gz", "not allowed"],
    [training, "s3:GetObject", MODELS, "scorer/1/model.tar.gz", "not allowed"],
    [training, "s3:PutObject", MODELS, "scorer/1/model.tar.gz", "not allowed"],
    [training, "s3:PutBucketPolicy", DATA, "", "not allowed"],
    [scorer, "s3:GetObject", MODELS, "scorer/1/model.tar.gz", "allowed"],
    [scorer, "s3:GetObject", MODELS, "ranker/1/model.tar.gz", "not allowed"],
    [scorer, "s3:GetObject", MODELS, "scorer/2/model.tar.gz", "not allowed"],
    [scorer, "s3:ListBucket", MODELS, "", "not allowed"],
    [scorer, "s3:PutObject", MODELS, "scorer/1/model.tar.gz", "not allowed"],
    [scorer, "s3:GetObject", DATA, "train.csv", "not allowed"],
    [scorer, "s3:PutObject", OUTPUT, "captures/acme-dev-fraud-scorer/1.jsonl", "allowed"],
    [scorer, "s3:PutObject", OUTPUT, "captures/acme-dev-fraud-ranker/1.jsonl", "not allowed"],
    [scorer, "s3:GetObject", OUTPUT, "captures/acme-dev-fraud-scorer/1.jsonl", "not allowed"],
    [ranker, "s3:GetObject", MODELS, "scorer/1/model.tar.gz", "not allowed"],
    [notebooks, "s3:GetObject", DATA, "train.csv", "allowed"],
    [notebooks, "s3:PutObject", DATA, "train.csv", "allowed"],
    [notebooks, "s3:GetObject", MODELS, "scorer/1/model.tar.gz", "not allowed"],
    [featureStore, "s3:PutObject", DATA, "features/cards/1.parquet", "allowed"],
    [featureStore, "s3:GetObject", DATA, "features/metadata/1.json", "allowed"],
    [featureStore, "s3:GetObject", DATA, "train.csv", "not allowed"],
    [featureStore, "s3:PutObject", DATA, "train.csv", "not allowed"],
    [client, "s3:GetObject", MODELS, "scorer/1/model.tar.gz", "not allowed"],
    [reader, "s3:GetObject", DATA, "train.csv", "not allowed"],
    // Another team is denied, not merely not allowed: no policy of its own could change that.
    [otherTraining, "s3:GetObject", DATA, "train.csv", "denied"],
    [otherTraining, "s3:PutObject", OUTPUT, "job/model.tar.gz", "denied"],
    [otherTraining, "s3:ListBucket", DATA, "", "not allowed"],
    [stranger, "s3:GetObject", MODELS, "scorer/1/model.tar.gz", "denied"],
    [{ role: "untagged", team: "" }, "s3:GetObject", DATA, "train.csv", "denied"],
    // The deployment makes buckets and releases models, but reads nothing.
    [deployment, "s3:PutBucketPolicy", DATA, "", "allowed"],
    [deployment, "s3:PutObject", MODELS, "scorer/2/model.tar.gz", "allowed"],
    [deployment, "s3:GetObject", MODELS, "scorer/1/model.tar.gz", "denied"],
    [deployment, "s3:GetObject", DATA, "train.csv", "denied"],
  ];
  const access = runWorkspaces(teams).then((components) => new Access(components));
  for (const [asker, action, bucket, key, expected] of table) {
    it(`${asker.role} ${action} ${bucket}/${key}: ${expected}`, async () => {
      assert.equal((await access).s3(asker, action, bucket, key), expected);
    });
  }

  const refusals: [string, Record<string, string>][] = [
    ["plain HTTP", { "aws:securetransport": "false" }],
    ["TLS 1.1", { "s3:tlsversion": "1.1" }],
    ["another organization", { "aws:principalorgid": "o-strangers00" }],
  ];
  for (const [what, context] of refusals) {
    it(`is denied over ${what}`, async () => {
      assert.equal((await access).s3(training, "s3:GetObject", DATA, "train.csv", context), "denied");
    });
  }

  const KEY_ID = "s3:x-amz-server-side-encryption-aws-kms-key-id";
  const uploads: [string, Record<string, string>, string][] = [
    ["without naming an encryption", {}, "allowed"],
    [
      "under a key of the account",
      {
        "s3:x-amz-server-side-encryption": "aws:kms",
        [KEY_ID]: "arn:aws:kms:eu-central-1:555555555555:key/1",
      },
      "allowed",
    ],
    ["under S3's own key", { "s3:x-amz-server-side-encryption": "AES256" }, "denied"],
    [
      "under a key of another account",
      {
        "s3:x-amz-server-side-encryption": "aws:kms",
        [KEY_ID]: "arn:aws:kms:eu-central-1:999999999999:key/1",
      },
      "denied",
    ],
    [
      "under a key of another region",
      { "s3:x-amz-server-side-encryption": "aws:kms", [KEY_ID]: "arn:aws:kms:us-east-1:555555555555:key/1" },
      "denied",
    ],
  ];
  for (const [what, context, expected] of uploads) {
    it(`an upload ${what} is ${expected}`, async () => {
      assert.equal((await access).s3(training, "s3:PutObject", OUTPUT, "job/1", context), expected);
    });
  }
});

describe("access to a team's keys", () => {
  const [dataKey, modelKey, secretsKey] = ["data", "models", "secrets"].map(
    (purpose) => `alias/acme-dev-fraud-${purpose}`,
  ) as [string, string, string];
  const forService = { "kms:grantisforawsresource": "true" };
  const table: [Asker, string, string, string, Record<string, string>, string][] = [
    [training, "kms:Decrypt", dataKey, "s3", {}, "allowed"],
    [training, "kms:GenerateDataKey", dataKey, "s3", {}, "allowed"],
    [training, "kms:Decrypt", dataKey, "lambda", {}, "not allowed"],
    [training, "kms:Decrypt", modelKey, "s3", {}, "not allowed"],
    [training, "kms:Decrypt", secretsKey, "secretsmanager", {}, "not allowed"],
    [training, "kms:CreateGrant", dataKey, "sagemaker", forService, "allowed"],
    [
      training,
      "kms:CreateGrant",
      dataKey,
      "sagemaker",
      { "kms:grantisforawsresource": "false" },
      "not allowed",
    ],
    [training, "kms:PutKeyPolicy", dataKey, "s3", {}, "not allowed"],
    [scorer, "kms:Decrypt", modelKey, "s3", {}, "allowed"],
    [scorer, "kms:GenerateDataKey", modelKey, "s3", {}, "not allowed"],
    [scorer, "kms:Decrypt", secretsKey, "secretsmanager", {}, "not allowed"],
    [notebooks, "kms:Decrypt", dataKey, "s3", {}, "allowed"],
    [notebooks, "kms:Decrypt", modelKey, "s3", {}, "not allowed"],
    [client, "kms:Decrypt", modelKey, "s3", {}, "not allowed"],
    [reader, "kms:Decrypt", secretsKey, "secretsmanager", {}, "allowed"],
    [reader, "kms:GenerateDataKey", secretsKey, "secretsmanager", {}, "not allowed"],
    [reader, "kms:Decrypt", dataKey, "s3", {}, "not allowed"],
    [otherTraining, "kms:Decrypt", dataKey, "s3", {}, "not allowed"],
    // Whoever may do everything by its own policies still meets the key's.
    [deployment, "kms:Decrypt", dataKey, "s3", {}, "not allowed"],
    [deployment, "kms:Decrypt", modelKey, "s3", {}, "not allowed"],
    [deployment, "kms:GenerateDataKey", modelKey, "s3", {}, "allowed"],
    [deployment, "kms:PutKeyPolicy", modelKey, "s3", {}, "allowed"],
    [deployment, "kms:CreateGrant", dataKey, "sagemaker", forService, "allowed"],
    [
      deployment,
      "kms:CreateGrant",
      dataKey,
      "sagemaker",
      { "kms:grantisforawsresource": "false" },
      "not allowed",
    ],
  ];
  const access = runWorkspaces(teams).then((components) => new Access(components));
  for (const [asker, action, alias, service, context, expected] of table) {
    it(`${asker.role} ${action} ${alias} through ${service}: ${expected}`, async () => {
      assert.equal((await access).kms(asker, action, alias, service, context), expected);
    });
  }
});

describe("access to a team's endpoints and network", () => {
  const endpoint = (name: string) =>
    `arn:aws:sagemaker:eu-central-1:555555555555:endpoint/acme-dev-fraud-${name}`;
  const subnet = "arn:aws:ec2:eu-central-1:555555555555:subnet/subnet-1";
  const table: [Asker, string, string, Record<string, string>, string][] = [
    [client, "sagemaker:InvokeEndpoint", endpoint("scorer"), {}, "allowed"],
    [client, "sagemaker:InvokeEndpoint", endpoint("ranker"), {}, "allowed"],
    [client, "sagemaker:UpdateEndpoint", endpoint("scorer"), {}, "not allowed"],
    [otherClient, "sagemaker:InvokeEndpoint", endpoint("scorer"), {}, "allowed"],
    [otherClient, "sagemaker:InvokeEndpoint", endpoint("ranker"), {}, "not allowed"],
    [otherTraining, "sagemaker:InvokeEndpoint", endpoint("scorer"), {}, "not allowed"],
    [training, "sagemaker:InvokeEndpoint", endpoint("scorer"), {}, "not allowed"],
    [training, "ec2:CreateNetworkInterface", subnet, { "aws:resourcetag/team": "fraud" }, "allowed"],
    [training, "ec2:CreateNetworkInterface", subnet, { "aws:resourcetag/team": "search" }, "not allowed"],
    [training, "ec2:CreateNetworkInterface", subnet, {}, "not allowed"],
    [training, "iam:PassRole", "arn:aws:iam::555555555555:role/acme-dev-fraud-training", {}, "not allowed"],
    [
      training,
      "sts:AssumeRole",
      "arn:aws:iam::555555555555:role/acme-dev-fraud-secret-reader",
      {},
      "not allowed",
    ],
    [
      reader,
      "secretsmanager:GetSecretValue",
      "arn:aws:secretsmanager:eu-central-1:555555555555:secret:acme-dev-fraud-feed-a1b2c3",
      {},
      "allowed",
    ],
    [
      reader,
      "secretsmanager:GetSecretValue",
      "arn:aws:secretsmanager:eu-central-1:555555555555:secret:acme-dev-search-feed-a1b2c3",
      {},
      "not allowed",
    ],
    [
      reader,
      "secretsmanager:PutSecretValue",
      "arn:aws:secretsmanager:eu-central-1:555555555555:secret:acme-dev-fraud-feed-a1b2c3",
      {},
      "not allowed",
    ],
    [
      training,
      "secretsmanager:GetSecretValue",
      "arn:aws:secretsmanager:eu-central-1:555555555555:secret:acme-dev-fraud-feed-a1b2c3",
      {},
      "not allowed",
    ],
  ];
  const access = runWorkspaces(teams).then((components) => new Access(components));
  for (const [asker, action, resource, context, expected] of table) {
    it(`${asker.role} ${action} ${resource.split(":").at(-1)} ${JSON.stringify(context)}: ${expected}`, async () => {
      assert.equal((await access).own(asker, action, resource, context), expected);
    });
  }
});

describe("access of a team that is leaving", () => {
  it("is denied to every role of it, and to none of another's", async () => {
    const leaving = { ...teams, fraud: { ...teams.fraud, state: "offboarding" as const } };
    const access = new Access(await runWorkspaces(leaving));
    assert.equal(access.s3(training, "s3:GetObject", DATA, "train.csv"), "denied");
    assert.equal(access.s3(scorer, "s3:GetObject", MODELS, "scorer/1/model.tar.gz"), "denied");
    assert.equal(
      access.own(
        client,
        "sagemaker:InvokeEndpoint",
        "arn:aws:sagemaker:eu-central-1:555555555555:endpoint/acme-dev-fraud-scorer",
      ),
      "denied",
    );
    assert.equal(
      access.kms(reader, "kms:Decrypt", "alias/acme-dev-fraud-secrets", "secretsmanager"),
      "denied",
    );
    assert.equal(
      access.own(
        training,
        "ec2:DeleteNetworkInterface",
        "arn:aws:ec2:eu-central-1:555555555555:network-interface/eni-1",
      ),
      "allowed",
    );
    assert.equal(
      access.s3(otherTraining, "s3:GetObject", "acme-dev-search-data-555555555555", "x"),
      "allowed",
    );
  });
});
