import assert from "node:assert/strict";
import type { Tier } from "../../../config";
import { AccessLogBucket, allow, SecureBucket, type SecureBucketArgs } from "../../../components/secure";
import { scopeOf } from "../support/fixtures";
import { run } from "../support/run";

const KEY = "arn:aws:kms:eu-central-1:555555555555:key/1";
const NAME = "acme-dev-fraud-data-555555555555";
const BUCKET = `arn:aws:s3:::${NAME}`;

const bucket = (args: Partial<SecureBucketArgs> = {}) =>
  run((opts) => {
    new SecureBucket(
      "data",
      { scope: scopeOf("fraud"), purpose: "data", keyArn: KEY, accessLogBucketName: "acme-logs", ...args },
      opts,
    );
  });

/** What every bucket refuses. */
const perimeter = (arn: string) => [
  {
    Sid: "DenyPlainHttp",
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:*"],
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  },
  {
    Sid: "DenyOldTls",
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:*"],
    Resource: [arn, `${arn}/*`],
    Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
  },
  {
    Sid: "DenyOtherOrganizations",
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:*"],
    Resource: [arn, `${arn}/*`],
    Condition: {
      StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorgid" },
      BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
    },
  },
  {
    Sid: "DenyServicesForOtherOrganizations",
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:*"],
    Resource: [arn, `${arn}/*`],
    Condition: {
      StringNotEqualsIfExists: { "aws:SourceOrgID": "o-exampleorgid" },
      Null: { "aws:SourceAccount": "false" },
      Bool: { "aws:PrincipalIsAWSService": "true" },
    },
  },
];

describe("secure bucket", () => {
  it("is a bucket and these other resources, each with exactly these arguments", async () => {
    const { recording } = await bucket();
    const inputs = Object.fromEntries(
      recording.resources
        .filter((resource) => resource.type.startsWith("aws:s3"))
        .map(({ name, inputs: { policy: _, ...rest } }) => [name, rest]),
    );
    assert.deepEqual(inputs, {
      data: {
        bucket: NAME,
        forceDestroy: false,
        objectLockEnabled: false,
        tags: {
          Name: NAME,
          Environment: "dev",
          Team: "fraud",
          CostCenter: "CC-1001",
          DataClassification: "synthetic",
          Owner: "owner@example.com",
          ManagedBy: "pulumi",
        },
      },
      "data-public-access": {
        bucket: NAME,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      "data-ownership": { bucket: NAME, rule: { objectOwnership: "BucketOwnerEnforced" } },
      "data-policy": { bucket: NAME },
      "data-versioning": { bucket: NAME, versioningConfiguration: { status: "Enabled" } },
      "data-encryption": {
        bucket: NAME,
        rules: [
          {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: KEY },
            bucketKeyEnabled: true,
            blockedEncryptionTypes: ["SSE-C"],
          },
        ],
      },
      "data-logging": {
        bucket: NAME,
        targetBucket: "acme-logs",
        targetPrefix: `${NAME}/`,
        targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } },
      },
      "data-lifecycle": {
        bucket: NAME,
        rules: [
          {
            id: "expire",
            status: "Enabled",
            filter: { prefix: "" },
            noncurrentVersionExpiration: { noncurrentDays: 90 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
    });
  });

  it("has exactly this policy, and further statements after it", async () => {
    const more = allow("More", {
      Principal: { AWS: "arn:aws:iam::555555555555:root" },
      Action: ["s3:GetObject"],
      Resource: [`${BUCKET}/*`],
    });
    const policy = (await bucket({ statements: [more] })).document(
      "aws:s3/bucketPolicy:BucketPolicy",
      "data-policy",
    );
    const puts = { Effect: "Deny", Principal: "*", Action: ["s3:PutObject"], Resource: [`${BUCKET}/*`] };
    assert.deepEqual(policy.Statement, [
      ...perimeter(BUCKET),
      {
        Sid: "DenyOtherEncryption",
        ...puts,
        Condition: {
          Null: { "s3:x-amz-server-side-encryption": "false" },
          StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
        },
      },
      {
        Sid: "DenyKeysOfOtherAccounts",
        ...puts,
        Condition: {
          Null: { "s3:x-amz-server-side-encryption-aws-kms-key-id": "false" },
          ArnNotLike: {
            "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:eu-central-1:555555555555:key/*",
          },
        },
      },
      more,
    ]);
  });

  it("locks objects only when asked, after versions are kept", async () => {
    const TYPE = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
    assert.deepEqual((await bucket()).names(TYPE), []);
    const locked = await bucket({ objectLock: { mode: "COMPLIANCE", days: 2555 } });
    const lock = locked.one(TYPE, "data-object-lock");
    assert.deepEqual(lock.inputs, {
      bucket: NAME,
      rule: { defaultRetention: { mode: "COMPLIANCE", days: 2555 } },
    });
    assert.ok(
      lock.dependencies.includes(
        locked.one("aws:s3/bucketVersioning:BucketVersioning", "data-versioning").urn,
      ),
    );
    assert.equal(locked.one("aws:s3/bucket:Bucket", "data").inputs["objectLockEnabled"], true);
  });

  it("is protected as its tier says, and retained with all that closes it", async () => {
    for (const [tier, protect, retained] of [
      ["dev", false, false],
      ["staging", true, false],
      ["prod", true, true],
    ] as const) {
      const { recording } = await bucket({ scope: scopeOf("fraud", tier) });
      const parts = recording.resources.filter(({ type }) => type.startsWith("aws:s3/"));
      const those = (option: "protect" | "retainOnDelete") =>
        parts.filter(({ options }) => options[option]).map(({ type }) => type);
      assert.equal(parts.length, 8);
      assert.deepEqual(those("protect"), protect ? ["aws:s3/bucket:Bucket"] : []);
      assert.deepEqual(those("retainOnDelete"), retained ? parts.map(({ type }) => type) : []);
    }
  });

  it("takes its contents along only where they are its owner's and the tier lets them go", async () => {
    const empties = async (goesWithOwner: boolean | undefined, tier: Tier, offboarding: boolean) => {
      const components = await bucket({ scope: scopeOf("fraud", tier, { offboarding }), goesWithOwner });
      return components.one("aws:s3/bucket:Bucket", "data").inputs["forceDestroy"];
    };
    const found = [];
    for (const tier of ["dev", "staging", "prod"] as const) {
      for (const offboarding of [false, true]) {
        found.push([tier, offboarding, await empties(true, tier, offboarding)]);
        assert.equal(await empties(undefined, tier, offboarding), false);
      }
    }
    assert.deepEqual(found, [
      ["dev", false, true],
      ["dev", true, true],
      ["staging", false, false],
      ["staging", true, true],
      ["prod", false, false],
      ["prod", true, false],
    ]);
  });

  it("follows its partition", async () => {
    const policy = (
      await bucket({ scope: scopeOf("fraud", "dev", { partition: "aws-cn", region: "cn-north-1" }) })
    ).document("aws:s3/bucketPolicy:BucketPolicy", "data-policy");
    assert.doesNotMatch(JSON.stringify(policy), /arn:aws:/);
    assert.match(JSON.stringify(policy), /arn:aws-cn:s3:::acme-dev-fraud-data/);
  });
});

describe("access log bucket", () => {
  const logs = () =>
    run((opts) => void new AccessLogBucket("logs", { scope: scopeOf("core", "staging") }, opts));
  const LOGS = "arn:aws:s3:::acme-staging-core-access-logs-555555555555";

  it("lets in log delivery for this account's buckets, and nothing else", async () => {
    const policy = (await logs()).document("aws:s3/bucketPolicy:BucketPolicy", "logs-policy");
    assert.deepEqual(policy.Statement, [
      {
        Sid: "AllowLogDelivery",
        Effect: "Allow",
        Principal: { Service: "logging.s3.amazonaws.com" },
        Action: ["s3:PutObject"],
        Resource: `${LOGS}/*`,
        Condition: {
          StringEquals: { "aws:SourceAccount": "555555555555" },
          ArnLike: { "aws:SourceArn": "arn:aws:s3:::acme-*" },
        },
      },
      ...perimeter(LOGS),
    ]);
  });

  it("has S3's own encryption and no lock, which log delivery demands, and forgets after the tier's days", async () => {
    const components = await logs();
    assert.deepEqual(
      components.names("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration"),
      [],
    );
    assert.deepEqual(
      components.one(
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "logs-encryption",
      ).inputs["rules"],
      [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" }, blockedEncryptionTypes: ["SSE-C"] }],
    );
    assert.deepEqual(
      components.one("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "logs-lifecycle")
        .inputs["rules"],
      [
        {
          id: "expire",
          status: "Enabled",
          filter: { prefix: "" },
          noncurrentVersionExpiration: { noncurrentDays: 30 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          expiration: { days: 365 },
        },
      ],
    );
    assert.deepEqual(
      components.one("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "logs-public-access").inputs,
      {
        bucket: "acme-staging-core-access-logs-555555555555",
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
    );
  });

  it("is a target only once its policy lets logs in", async () => {
    const components = await run((opts) => {
      const { bucketName } = new AccessLogBucket("logs", { scope: scopeOf("core") }, opts);
      new SecureBucket(
        "data",
        { scope: scopeOf("fraud"), purpose: "data", keyArn: KEY, accessLogBucketName: bucketName },
        opts,
      );
    });
    const logging = components.one("aws:s3/bucketLogging:BucketLogging", "data-logging");
    assert.deepEqual(logging.propertyDependencies["targetBucket"], [
      components.one("aws:s3/bucketPolicy:BucketPolicy", "logs-policy").urn,
    ]);
  });
});
