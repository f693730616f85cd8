import assert from "node:assert/strict";
import type { Document } from "../../stacks/support/iam-facts";
import { byName, recordStack } from "../../stacks/support/record-stack";

describe("the baseline of an account", () => {
  it("sets every default to the safe side, in each account of the environment", async () => {
    const recording = await recordStack("staging");
    const inputsOf = (type: string, name: string) => byName(recording, type)[name]?.inputs;
    for (const account of ["staging", "staging-credit"]) {
      const name = (part: string) => `${account}-baseline-${part}`;
      assert.deepEqual(inputsOf("aws:ebs/encryptionByDefault:EncryptionByDefault", name("volumes")), {
        enabled: true,
      });
      const key = byName(recording, "aws:kms/key:Key")[`${account}-volumes-key`];
      assert.deepEqual(inputsOf("aws:ebs/defaultKmsKey:DefaultKmsKey", name("volume-key")), {
        keyArn: key?.outputs["arn"],
      });
      assert.deepEqual(
        inputsOf("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", name("buckets")),
        {
          blockPublicAcls: true,
          blockPublicPolicy: true,
          ignorePublicAcls: true,
          restrictPublicBuckets: true,
        },
      );
      assert.deepEqual(
        inputsOf("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", name("instance-metadata")),
        {
          httpEndpoint: "enabled",
          httpPutResponseHopLimit: 1,
          httpTokens: "required",
          instanceMetadataTags: "disabled",
        },
      );
      assert.deepEqual(
        inputsOf("aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", name("snapshots")),
        {
          state: "block-all-sharing",
        },
      );
      assert.deepEqual(inputsOf("aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess", name("images")), {
        state: "block-new-sharing",
      });
      assert.deepEqual(inputsOf("aws:ec2/serialConsoleAccess:SerialConsoleAccess", name("serial-console")), {
        enabled: false,
      });
    }
  });

  it("opens the key of volumes to EC2 in the account alone", async () => {
    const key = byName(await recordStack("dev"), "aws:kms/key:Key")["dev-volumes-key"];
    const { Statement } = JSON.parse(String(key?.inputs["policy"])) as Document;
    const throughEc2 = {
      "kms:CallerAccount": "555555555555",
      "kms:ViaService": "ec2.eu-central-1.amazonaws.com",
    };
    assert.deepEqual(
      Statement.slice(-2).map(({ Sid, Principal, Condition }) => [Sid, Principal, Condition]),
      [
        ["AllowVolumes", { AWS: "arn:aws:iam::555555555555:root" }, { StringEquals: throughEc2 }],
        [
          "AllowVolumeGrants",
          { AWS: "arn:aws:iam::555555555555:root" },
          { StringEquals: throughEc2, Bool: { "kms:GrantIsForAWSResource": "true" } },
        ],
      ],
    );
  });
});

describe("the audit of an account", () => {
  it("records every use of data, into the log archive of its tier, under the archive's key", async () => {
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
