import assert from "node:assert/strict";
import { byName, recordStack } from "../../stacks/support/record-stack";

/** Each stack's accounts, by the name of their core, and the account's id. */
const CORES = {
  dev: { dev: "555555555555" },
  staging: { staging: "666666666666", "staging-credit": "777777777777" },
  prod: { prod: "888888888888", "prod-credit": "999999999999" },
} as const;

const each = (run: (stack: string, core: string, account: string) => Promise<void>) => async () => {
  for (const [stack, cores] of Object.entries(CORES))
    for (const [core, account] of Object.entries(cores)) await run(stack, core, account);
};

describe("threat detection in an account", () => {
  it(
    "looks at everything that GuardDuty can, and publishes every 15 minutes, in each account of each tier",
    each(async (stack, core) => {
      const recording = await recordStack(stack);
      const detector = byName(recording, "aws:guardduty/detector:Detector")[`${core}-detection-threats`];
      assert.deepEqual(
        [detector?.inputs["enable"], detector?.inputs["findingPublishingFrequency"]],
        [true, "FIFTEEN_MINUTES"],
      );
      const features = Object.values(byName(recording, "aws:guardduty/detectorFeature:DetectorFeature"))
        .map(({ inputs }) => inputs)
        .filter(({ detectorId }) => detectorId === detector?.id);
      assert.deepEqual(Object.fromEntries(features.map(({ name, status }) => [name, status])), {
        S3_DATA_EVENTS: "ENABLED",
        EKS_AUDIT_LOGS: "ENABLED",
        EBS_MALWARE_PROTECTION: "ENABLED",
        RDS_LOGIN_EVENTS: "ENABLED",
        LAMBDA_NETWORK_LOGS: "ENABLED",
        RUNTIME_MONITORING: "ENABLED",
      });
      assert.deepEqual(
        features.flatMap(({ name, additionalConfigurations }) =>
          additionalConfigurations === undefined ? [] : [[name, additionalConfigurations]],
        ),
        [
          [
            "RUNTIME_MONITORING",
            [
              { name: "EKS_ADDON_MANAGEMENT", status: "ENABLED" },
              { name: "ECS_FARGATE_AGENT_MANAGEMENT", status: "ENABLED" },
              { name: "EC2_AGENT_MANAGEMENT", status: "ENABLED" },
            ],
          ],
        ],
      );
    }),
  );
});

describe("the services that judge an account", () => {
  it(
    "are on in each account of each tier",
    each(async (stack, core, account) => {
      const recording = await recordStack(stack);
      const inputsOf = (type: string, part: string) => {
        const { tags, ...inputs } = byName(recording, type)[`${core}-detection-${part}`]?.inputs ?? {};
        return inputs;
      };
      assert.deepEqual(inputsOf("aws:securityhub/account:Account", "hub"), {
        enableDefaultStandards: false,
        autoEnableControls: true,
      });
      assert.deepEqual(
        inputsOf("aws:securityhub/standardsSubscription:StandardsSubscription", "best-practices"),
        {
          standardsArn:
            "arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0",
        },
      );
      assert.deepEqual(inputsOf("aws:accessanalyzer/analyzer:Analyzer", "external-access"), {
        analyzerName: `acme-${stack}-core-external-access`,
        type: "ACCOUNT",
      });
      assert.deepEqual(inputsOf("aws:macie2/account:Account", "personal-data"), {
        status: "ENABLED",
        findingPublishingFrequency: "FIFTEEN_MINUTES",
      });
      assert.deepEqual(inputsOf("aws:inspector2/enabler:Enabler", "vulnerabilities"), {
        accountIds: [account],
        resourceTypes: ["EC2", "ECR", "LAMBDA"],
      });
    }),
  );

  it("subscribe to best practices once Security Hub is there", async () => {
    const recording = await recordStack("dev");
    const hub = byName(recording, "aws:securityhub/account:Account")["dev-detection-hub"];
    const standard = byName(recording, "aws:securityhub/standardsSubscription:StandardsSubscription")[
      "dev-detection-best-practices"
    ];
    assert.ok(hub && standard?.dependencies.includes(hub.urn));
  });
});

describe("the record of configurations", () => {
  it(
    "holds all types, in the log archive of the tier under its key, by AWS Config's own role",
    each(async (stack, core) => {
      const [recording, organization] = [await recordStack(stack), await recordStack("org")];
      const name = `${core}-detection-configuration`;
      const role = byName(recording, "aws:iam/serviceLinkedRole:ServiceLinkedRole")[`${name}-role`];
      assert.equal(role?.inputs["awsServiceName"], "config.amazonaws.com");
      assert.deepEqual(byName(recording, "aws:cfg/recorder:Recorder")[name]?.inputs, {
        name: "default",
        roleArn: role?.outputs["arn"],
        recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
      });
      const archiveKey = byName(organization, "aws:kms/key:Key")[`log-archive-${stack}-key`];
      assert.deepEqual(byName(recording, "aws:cfg/deliveryChannel:DeliveryChannel")[name]?.inputs, {
        name: "default",
        s3BucketName: `acme-org-core-log-archive-${stack}-222222222222`,
        s3KeyPrefix: "config",
        s3KmsKeyArn: archiveKey?.outputs["arn"],
        snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
      });
      assert.deepEqual(byName(recording, "aws:cfg/recorderStatus:RecorderStatus")[name]?.inputs, {
        name: "default",
        isEnabled: true,
      });
    }),
  );

  it("starts in the order that AWS accepts: recorder, channel, start", async () => {
    const recording = await recordStack("dev");
    const one = (type: string) => byName(recording, type)["dev-detection-configuration"];
    const recorder = one("aws:cfg/recorder:Recorder");
    const channel = one("aws:cfg/deliveryChannel:DeliveryChannel");
    const status = one("aws:cfg/recorderStatus:RecorderStatus");
    assert.ok(recorder && channel?.dependencies.includes(recorder.urn));
    assert.ok(channel && status?.dependencies.includes(channel.urn));
  });
});
