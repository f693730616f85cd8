import assert from "node:assert/strict";
import type { Document } from "../../stacks/support/iam-facts";
import { byName, recordStack } from "../../stacks/support/record-stack";

const GROUP = "arn:aws:logs:eu-central-1:999999999999:log-group:/acme/prod/core/data-events";

describe("the audit of an account", () => {
  it("records every use of data, sealed, into the log archive of its tier and a log group of the account", async () => {
    const [recording, organization] = [await recordStack("prod"), await recordStack("org")];
    const archiveKey = byName(organization, "aws:kms/key:Key")["log-archive-prod-key"];
    const trails = byName(recording, "aws:cloudtrail/trail:Trail");
    assert.deepEqual(Object.keys(trails).sort(), ["prod-audit-data-events", "prod-credit-audit-data-events"]);
    const { advancedEventSelectors, tags, ...inputs } = trails["prod-audit-data-events"]?.inputs ?? {};
    assert.ok(tags);
    assert.deepEqual(inputs, {
      name: "acme-prod-core-data-events",
      s3BucketName: "acme-org-core-log-archive-prod-222222222222",
      kmsKeyId: archiveKey?.outputs["arn"],
      enableLogging: true,
      enableLogFileValidation: true,
      includeGlobalServiceEvents: true,
      isMultiRegionTrail: true,
      cloudWatchLogsGroupArn:
        "arn:aws:logs:eu-central-1:888888888888:log-group:/acme/prod/core/data-events:*",
      cloudWatchLogsRoleArn: "arn:aws:iam::888888888888:role/acme-prod-core-data-events",
    });
    const data = (name: string, type: string, ...more: unknown[]) => ({
      name,
      fieldSelectors: [
        { field: "eventCategory", equals: ["Data"] },
        { field: "resources.type", equals: [type] },
        ...more,
      ],
    });
    assert.deepEqual(advancedEventSelectors, [
      data("objects", "AWS::S3::Object", {
        field: "resources.ARN",
        notStartsWiths: ["arn:aws:s3:::acme-prod-core-access-logs-888888888888/"],
      }),
      data("feature-groups", "AWS::SageMaker::FeatureGroup"),
      data("endpoints", "AWS::SageMaker::Endpoint"),
      data("functions", "AWS::Lambda::Function"),
    ]);
  });

  it("lets CloudTrail write to that log group alone, and is made after it", async () => {
    const recording = await recordStack("prod");
    const name = "prod-credit-audit-trail";
    const group = byName(recording, "aws:cloudwatch/logGroup:LogGroup")[`${name}-events`];
    const key = byName(recording, "aws:kms/key:Key")["prod-credit-logs-key"];
    assert.equal(group?.inputs["name"], "/acme/prod/core/data-events");
    assert.equal(group.inputs["kmsKeyId"], key?.outputs["arn"]);
    const trail = byName(recording, "aws:cloudtrail/trail:Trail")["prod-credit-audit-data-events"];
    assert.ok(trail?.dependencies.includes(group.urn));

    const role = byName(recording, "aws:iam/role:Role")[`${name}-delivery`];
    const trust = JSON.parse(String(role?.inputs["assumeRolePolicy"])) as Document;
    assert.deepEqual(
      trust.Statement.map(({ Principal }) => Principal),
      [{ Service: "cloudtrail.amazonaws.com" }],
    );
    const boundary = byName(recording, "aws:iam/policy:Policy")["prod-credit-boundary"];
    assert.equal(role?.inputs["permissionsBoundary"], boundary?.outputs["arn"]);
    const policy = byName(recording, "aws:iam/rolePolicy:RolePolicy")[`${name}-delivery-write-events`];
    const { Statement } = JSON.parse(String(policy?.inputs["policy"])) as Document;
    assert.deepEqual(Statement, [
      {
        Sid: "WriteEvents",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [`${GROUP}:log-stream:*`],
      },
    ]);
  });

  it("records all traffic of the VPC in the log archive", async () => {
    const recording = await recordStack("dev");
    const { tags, vpcId, ...inputs } =
      byName(recording, "aws:ec2/flowLog:FlowLog")["dev-audit-flow-logs"]?.inputs ?? {};
    assert.ok(tags);
    assert.equal(vpcId, byName(recording, "aws:ec2/vpc:Vpc")["dev"]?.id);
    assert.deepEqual(inputs, {
      trafficType: "ALL",
      logDestinationType: "s3",
      logDestination: "arn:aws:s3:::acme-org-core-log-archive-dev-222222222222/vpc-flow-logs/",
      maxAggregationInterval: 60,
      destinationOptions: { fileFormat: "parquet", hiveCompatiblePartitions: true, perHourPartition: true },
    });
  });
});
