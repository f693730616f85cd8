import assert from "node:assert/strict";
import type { Document } from "../../stacks/support/iam-facts";
import { unknownActions } from "../../stacks/support/iam-facts";
import { byName, recordStack } from "../../stacks/support/record-stack";

const BUCKET = "arn:aws:s3:::acme-org-core-log-archive-prod-222222222222";
const byOrganization = (source: string) => ({
  StringEquals: { "aws:SourceOrgID": "o-exampleorgid" },
  ArnLike: { "aws:SourceArn": source },
});
const TRAILS = byOrganization("arn:aws:cloudtrail:*:*:trail/acme-*");
const LOGS = byOrganization("arn:aws:logs:*:*:*");
const CONFIGURATIONS = byOrganization("arn:aws:config:*:*:*");
const delivery = (conditions: ReturnType<typeof byOrganization>) => ({
  ...conditions,
  StringEquals: { ...conditions.StringEquals, "s3:x-amz-acl": "bucket-owner-full-control" },
});

describe("the log archive", () => {
  it("locks and keeps each tier's logs as the tier says", async () => {
    const recording = await recordStack("org");
    const locks = byName(recording, "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration");
    assert.deepEqual(
      Object.fromEntries(Object.entries(locks).map(([name, { inputs }]) => [name, inputs["rule"]])),
      {
        "log-archive-staging-object-lock": { defaultRetention: { mode: "GOVERNANCE", days: 365 } },
        "log-archive-prod-object-lock": { defaultRetention: { mode: "COMPLIANCE", days: 2555 } },
      },
    );
    const lifecycles = byName(recording, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
    const days = ["dev", "staging", "prod"].map((tier) => {
      const rules = lifecycles[`log-archive-${tier}-lifecycle`]?.inputs["rules"] as { expiration: unknown }[];
      return rules.map(({ expiration }) => expiration);
    });
    assert.deepEqual(days, [[{ days: 90 }], [{ days: 365 }], [{ days: 2555 }]]);
  });

  it("takes deliveries from three services, for the organization alone, and nothing from anyone else", async () => {
    const policy = byName(await recordStack("org"), "aws:s3/bucketPolicy:BucketPolicy")[
      "log-archive-prod-policy"
    ];
    const { Statement } = JSON.parse(String(policy?.inputs["policy"])) as Document;
    assert.deepEqual(
      Statement.filter(({ Effect }) => Effect === "Allow"),
      [
        {
          Sid: "AllowCloudTrailCheck",
          Effect: "Allow",
          Principal: { Service: "cloudtrail.amazonaws.com" },
          Action: ["s3:GetBucketAcl", "s3:ListBucket"],
          Resource: [BUCKET],
          Condition: TRAILS,
        },
        {
          Sid: "AllowCloudTrailDelivery",
          Effect: "Allow",
          Principal: { Service: "cloudtrail.amazonaws.com" },
          Action: ["s3:PutObject"],
          Resource: [`${BUCKET}/*`],
          Condition: delivery(TRAILS),
        },
        {
          Sid: "AllowFlowLogsCheck",
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: ["s3:GetBucketAcl", "s3:ListBucket"],
          Resource: [BUCKET],
          Condition: LOGS,
        },
        {
          Sid: "AllowFlowLogsDelivery",
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: ["s3:PutObject"],
          Resource: [`${BUCKET}/*`],
          Condition: delivery(LOGS),
        },
        {
          Sid: "AllowConfigurationCheck",
          Effect: "Allow",
          Principal: { Service: "config.amazonaws.com" },
          Action: ["s3:GetBucketAcl", "s3:ListBucket"],
          Resource: [BUCKET],
          Condition: CONFIGURATIONS,
        },
        {
          Sid: "AllowConfigurationDelivery",
          Effect: "Allow",
          Principal: { Service: "config.amazonaws.com" },
          Action: ["s3:PutObject"],
          Resource: [`${BUCKET}/*`],
          Condition: delivery(CONFIGURATIONS),
        },
      ],
    );
    assert.deepEqual(await unknownActions(Statement.filter(({ Effect }) => Effect === "Allow")), []);
  });

  it("has a key for each tier, which the same services may encrypt with", async () => {
    const keys = byName(await recordStack("org"), "aws:kms/key:Key");
    for (const tier of ["dev", "staging", "prod"]) {
      const { Statement } = JSON.parse(String(keys[`log-archive-${tier}-key`]?.inputs["policy"])) as Document;
      assert.deepEqual(
        Statement.filter(({ Principal }) => JSON.stringify(Principal).includes("Service")).map(
          ({ Sid, Principal, Condition }) => [Sid, Principal, Condition],
        ),
        [
          ["AllowCloudTrail", { Service: "cloudtrail.amazonaws.com" }, TRAILS],
          ["AllowFlowLogs", { Service: "delivery.logs.amazonaws.com" }, LOGS],
          ["AllowConfiguration", { Service: "config.amazonaws.com" }, CONFIGURATIONS],
        ],
      );
    }
  });

  it("names no account of a workload and no team, so that new ones change nothing in it", async () => {
    const { resources } = await recordStack("org");
    const archive = resources.filter(({ urn }) => urn.includes("LogArchive"));
    assert.ok(archive.length > 0);
    const text = JSON.stringify(archive.map(({ inputs }) => inputs));
    for (const id of [
      "555555555555",
      "666666666666",
      "777777777777",
      "888888888888",
      "999999999999",
      "fraud",
    ]) {
      assert.ok(!text.includes(id), id);
    }
  });
});
