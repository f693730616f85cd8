import { logAndStateCmkEncryption } from "../../../policy-pack/controls/logging/log-and-state-cmk-encryption";
import { logRetentionMinimum } from "../../../policy-pack/controls/logging/log-retention-minimum";
import { type Declared, declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const KEY = ref(key, "arn");
const group = (props: Declared["props"]) => [declare("cloudwatch/logGroup:LogGroup", "g", props)];

describe("log-retention-minimum", () => {
  const control = logRetentionMinimum;
  const LINE = ["g (cloudwatch/logGroup): retentionInDays"];

  it("asks for more days in a stricter tier", () => {
    for (const [tier, days] of [
      ["dev", 30],
      ["staging", 90],
      ["prod", 365],
    ] as const) {
      passes(control, group({ retentionInDays: days }), { tier });
      violates(control, group({ retentionInDays: days - 1 }), LINE, { tier });
    }
  });

  it("finds a group that keeps its events for ever", () => {
    violates(control, group({}), LINE);
    violates(control, group({ retentionInDays: 0 }), LINE);
    notApplicable(control, [key]);
  });
});

describe("log-and-state-cmk-encryption", () => {
  const control = logAndStateCmkEncryption;
  const one = (type: string, props: Declared["props"]) => [key, declare(type, "x", props)];
  const athena = (option: string, more: object = {}) => ({
    configuration: {
      resultConfiguration: { encryptionConfiguration: { encryptionOption: option, kmsKeyArn: KEY } },
      ...more,
    },
  });

  it("judges activities, vaults behind an air gap, and what repositories are made from", () => {
    const states = { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: KEY };
    passes(control, one("sfn/activity:Activity", { encryptionConfiguration: states }));
    violates(control, one("sfn/activity:Activity", {}), [
      "x (sfn/activity): encryptionConfiguration.type",
      "x (sfn/activity): encryptionConfiguration.kmsKeyId",
    ]);
    const vault = "backup/logicallyAirGappedVault:LogicallyAirGappedVault";
    passes(control, one(vault, { encryptionKeyArn: KEY }));
    violates(control, one(vault, {}), ["x (backup/logicallyAirGappedVault): encryptionKeyArn"]);
    violates(
      control,
      one("ecr/repositoryCreationTemplate:RepositoryCreationTemplate", {
        encryptionConfigurations: [{ encryptionType: "AES256" }],
      }),
      [
        "x (ecr/repositoryCreationTemplate): encryptionConfigurations[0].encryptionType",
        "x (ecr/repositoryCreationTemplate): encryptionConfigurations[0].kmsKey",
      ],
    );
  });

  it("passes a customer key, wherever the type names it", () => {
    passes(control, one("cloudwatch/logGroup:LogGroup", { kmsKeyId: KEY }));
    passes(control, one("backup/vault:Vault", { kmsKeyArn: KEY }));
    passes(
      control,
      one("sfn/stateMachine:StateMachine", {
        encryptionConfiguration: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: KEY },
      }),
    );
    passes(
      control,
      one("lambda/function:Function", { environment: { variables: { A: "b" } }, kmsKeyArn: KEY }),
    );
    passes(control, one("lambda/function:Function", {}));
    passes(
      control,
      one("ecr/repository:Repository", {
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: KEY }],
      }),
    );
    passes(control, one("athena/workgroup:Workgroup", athena("SSE_KMS")));
  });

  it("finds a missing key, AWS's key, and the wrong kind of encryption", () => {
    violates(control, one("cloudwatch/logGroup:LogGroup", {}), ["x (cloudwatch/logGroup): kmsKeyId"]);
    violates(control, one("backup/vault:Vault", { kmsKeyArn: "alias/aws/backup" }), [
      "x (backup/vault): kmsKeyArn",
    ]);
    violates(
      control,
      one("sfn/stateMachine:StateMachine", {
        encryptionConfiguration: { type: "AWS_OWNED_KEY", kmsKeyId: KEY },
      }),
      ["x (sfn/stateMachine): encryptionConfiguration.type"],
    );
    violates(control, one("lambda/function:Function", { environment: { variables: { A: "b" } } }), [
      "x (lambda/function): kmsKeyArn",
    ]);
    violates(control, one("ecr/repository:Repository", {}), ["x (ecr/repository): encryptionConfigurations"]);
    violates(
      control,
      one("ecr/repository:Repository", { encryptionConfigurations: [{ encryptionType: "AES256" }] }),
      [
        "x (ecr/repository): encryptionConfigurations[0].encryptionType",
        "x (ecr/repository): encryptionConfigurations[0].kmsKey",
      ],
    );
    violates(control, one("athena/workgroup:Workgroup", athena("SSE_S3")), [
      "x (athena/workgroup): configuration.resultConfiguration.encryptionConfiguration.encryptionOption",
    ]);
    violates(
      control,
      one("athena/workgroup:Workgroup", athena("SSE_KMS", { enforceWorkgroupConfiguration: false })),
      ["x (athena/workgroup): configuration.enforceWorkgroupConfiguration"],
    );
    notApplicable(control, [key]);
  });
});
