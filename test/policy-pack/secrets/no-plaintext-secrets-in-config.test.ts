import assert from "node:assert/strict";
import { noPlaintextSecretsInConfig as control } from "../../../policy-pack/controls/secrets/no-plaintext-secrets-in-config";
import { credentialIn } from "../../../policy-pack/controls/secrets/credentials";
import { declare, ref } from "../support/resources";
import { defers, judgeBy, passes, violates } from "../support/verdicts";

// Put together here, so that no text of this repository looks like a credential.
const ACCESS_KEY = ["AKIA", "IOSFODNN7EXAMPLE"].join("");
const PASSWORD = ["correct", "horse", "battery"].join("-");
const lambda = (variables: object) =>
  declare("lambda/function:Function", "f", { environment: { variables } });

describe("no-plaintext-secrets-in-config", () => {
  it("passes names, ARNs, references and ordinary values", () => {
    passes(control, [
      lambda({
        DB_PASSWORD_ARN: "arn:aws:secretsmanager:eu-central-1:222222222222:secret:db",
        DB_SECRET: "arn:aws:secretsmanager:eu-central-1:222222222222:secret:db",
        API_TOKEN: "{{resolve:secretsmanager:api}}",
        TOKEN_ENABLED: "true",
        LOG_LEVEL: "debug",
        ENDPOINT: "https://runtime.sagemaker.eu-central-1.amazonaws.com",
      }),
    ]);
  });

  it("passes what only names a secret or a key, or says how one is made", () => {
    passes(control, [
      lambda({
        DB_SECRET: "prod/orders/db",
        SIGNING_KEY: "alias/orders-signing",
        SIGNING_KEY_ALIAS: "orders-signing",
        PASSWORD_HASH_ALGORITHM: "argon2id",
        PASSWORD_POLICY: "strict-2026",
        SECRET_VERSION_STAGE: "AWSCURRENT",
        SECRETS_STORE: "secretsmanager",
        API_KEY_SOURCE: "HEADER",
        PASSWORD_RESET_TOPIC: "password-resets",
        CREDENTIAL_ENDPOINT: "vault.acme.example",
      }),
    ]);
    // A base64 text may hold slashes too, between capitals and digits.
    violates(
      control,
      [lambda({ DB_SECRET: ["Zm9vYmFy", "QmF6MDEy"].join("/") })],
      ["f (lambda/function): environment.variables.DB_SECRET"],
    );
  });

  it("refuses credentials by their form, under any name", () => {
    violates(
      control,
      [lambda({ HINT: `key ${ACCESS_KEY} here` })],
      ["f (lambda/function): environment.variables.HINT"],
    );
    violates(
      control,
      [lambda({ DATABASE: `postgres://ml:${PASSWORD}@db:5432/x` })],
      ["f (lambda/function): environment.variables.DATABASE"],
    );
  });

  it("refuses literals by their name", () => {
    for (const name of [
      "DB_PASSWORD",
      "apiKey",
      "HF_TOKEN",
      "client-secret",
      "DB_PASS",
      "MYSQL_PWD",
      "signing_key",
    ]) {
      violates(
        control,
        [lambda({ [name]: PASSWORD })],
        [`f (lambda/function): environment.variables.${name}`],
      );
    }
  });

  it("looks into models, jobs, lists of pairs, and JSON in strings", () => {
    const model = declare("sagemaker/model:Model", "m", {
      primaryContainer: { environment: { DB_PASSWORD: PASSWORD } },
    });
    violates(control, [model], ["m (sagemaker/model): primaryContainer.environment.DB_PASSWORD"]);
    const job = declare("sagemaker/trainingJob:TrainingJob", "t", {
      hyperParameters: { api_key: PASSWORD, pad_token: "<pad>" },
    });
    violates(control, [job], ["t (sagemaker/trainingJob): hyperParameters.api_key"]);
    const variables = [{ name: "DB_PASSWORD", value: PASSWORD, type: "PLAINTEXT" }];
    const build = declare("codebuild/project:Project", "b", {
      environment: { environmentVariables: variables },
    });
    violates(control, [build], ["b (codebuild/project): environment.environmentVariables[0].value"]);
    const named = [{ name: "DB_PASSWORD", value: "db:password", type: "SECRETS_MANAGER" }];
    passes(control, [
      declare("codebuild/project:Project", "b", { environment: { environmentVariables: named } }),
    ]);
    const definition = JSON.stringify({
      States: { Train: { Parameters: { Environment: { DB_PASSWORD: PASSWORD } } } },
    });
    violates(
      control,
      [declare("sfn/stateMachine:StateMachine", "s", { definition })],
      ["s (sfn/stateMachine): definition.States.Train.Parameters.Environment.DB_PASSWORD"],
    );
  });

  const OTHERS: readonly (readonly [type: string, path: string, props: object])[] = [
    [
      "amplify/app:App",
      "environmentVariables.DB_PASSWORD",
      { environmentVariables: { DB_PASSWORD: PASSWORD } },
    ],
    ["apigateway/stage:Stage", "variables.apiKey", { variables: { apiKey: PASSWORD } }],
    ["cloudformation/stack:Stack", "parameters.DbPassword", { parameters: { DbPassword: PASSWORD } }],
    ["glue/connection:Connection", "connectionProperties.PASSWORD", { connectionProperties: { PASSWORD } }],
    [
      "elasticbeanstalk/environment:Environment",
      "settings[0].value",
      {
        settings: [
          { namespace: "aws:elasticbeanstalk:application:environment", name: "PASSWORD", value: PASSWORD },
        ],
      },
    ],
    [
      "cloudwatch/eventTarget:EventTarget",
      "input.password",
      { input: JSON.stringify({ password: PASSWORD }) },
    ],
    ["codebuild/project:Project", "source.buildspec", { source: { buildspec: `- export K=${ACCESS_KEY}` } }],
    [
      "bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime",
      "environmentVariables.DB_PASSWORD",
      { environmentVariables: { DB_PASSWORD: PASSWORD } },
    ],
    ["s3/bucketObjectv2:BucketObjectv2", "content", { content: `aws_access_key_id = ${ACCESS_KEY}` }],
    [
      "sagemaker/monitoringSchedule:MonitoringSchedule",
      "monitoringScheduleConfig.monitoringJobDefinition.environment.API_TOKEN",
      { monitoringScheduleConfig: { monitoringJobDefinition: { environment: { API_TOKEN: PASSWORD } } } },
    ],
  ];
  for (const [type, path, props] of OTHERS)
    it(`looks into ${type}`, () =>
      violates(control, [declare(type, "x", { ...props })], [`x (${type.split(":")[0] ?? ""}): ${path}`]));

  it("sees through base64", () => {
    const encoded = (text: string) => lambda({ SETTINGS: Buffer.from(text).toString("base64") });
    const found = ["f (lambda/function): environment.variables.SETTINGS"];
    violates(control, [encoded(`region = eu-central-1\npassword = ${PASSWORD}\n`)], found);
    violates(control, [encoded(JSON.stringify({ apiKey: PASSWORD }))], found);
    violates(control, [encoded(`key ${ACCESS_KEY}`)], found);
    passes(control, [encoded("region = eu-central-1\nlog_level = debug\n")]);
    passes(control, [lambda({ DIGEST: "c2hhMjU2OjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVm" })]);
  });

  it("never says the credential", () => {
    const report = judgeBy(control, [lambda({ DB_PASSWORD: PASSWORD, HINT: ACCESS_KEY })], "known");
    assert.equal(report.violations.length, 2);
    assert.ok(!JSON.stringify(report).includes(PASSWORD));
    assert.ok(!JSON.stringify(report).includes(ACCESS_KEY));
  });

  it("defers an output under a secret's name, and no other", () => {
    const random = declare("random:index/randomPassword:RandomPassword", "p", { result: PASSWORD });
    const found = ["f (lambda/function): environment.variables.DB_PASSWORD"];
    const bucket = declare("s3/bucket:Bucket", "data");
    defers(
      control,
      [random, bucket, lambda({ DB_PASSWORD: ref(random, "result"), BUCKET: ref(bucket) })],
      found,
      found,
    );
  });
});

describe("what looks like a credential", () => {
  it("is told by kind", () => {
    assert.deepEqual(credentialIn("x", ACCESS_KEY), { kind: "an AWS access key id" });
    assert.deepEqual(credentialIn("x", ["-----BEGIN RSA", "PRIVATE KEY-----"].join(" ")), {
      kind: "a private key",
    });
    assert.deepEqual(credentialIn("x", ["hf", "a".repeat(34)].join("_")), { kind: "a Hugging Face token" });
    assert.deepEqual(credentialIn("DB_PASSWORD", "12345678"), { kind: 'a literal for "DB_PASSWORD"' });
    assert.equal(credentialIn("session_token", "12345678"), undefined);
    assert.equal(credentialIn("PASSWORD_LENGTH", "12345678"), undefined);
    assert.equal(credentialIn("BYPASS", "always"), undefined);
    assert.equal(credentialIn("max_tokens", "4096"), undefined);
    assert.equal(credentialIn("eos_token", "</s>"), undefined);
    assert.equal(credentialIn("imagePullCredentialsType", "SERVICE_ROLE"), undefined);
    assert.equal(credentialIn("CREDENTIAL_PROVIDER", "container-role"), undefined);
  });
});
