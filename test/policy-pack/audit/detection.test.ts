import { configRecorderAll } from "../../../policy-pack/controls/audit/config-recorder-all";
import { guarddutyAllFeatures } from "../../../policy-pack/controls/audit/guardduty-all-features";
import { securityhubAndAnalyzerOn } from "../../../policy-pack/controls/audit/securityhub-and-analyzer-on";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const account = (id: string) => ({
  provider: { type: "pulumi:providers:aws", name: id, props: { allowedAccountIds: JSON.stringify([id]) } },
});
const passwords = declare("iam/accountPasswordPolicy:AccountPasswordPolicy", "passwords");
const PASSWORDS = "passwords (iam/accountPasswordPolicy)";
const NAMES = [
  "S3_DATA_EVENTS",
  "EKS_AUDIT_LOGS",
  "EBS_MALWARE_PROTECTION",
  "RUNTIME_MONITORING",
  "LAMBDA_NETWORK_LOGS",
  "RDS_LOGIN_EVENTS",
];

describe("guardduty-all-features", () => {
  const control = guarddutyAllFeatures;
  const detector = (props: object = {}) =>
    declare("guardduty/detector:Detector", "d", { findingPublishingFrequency: "FIFTEEN_MINUTES", ...props });
  const AGENTS = ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"];
  const enabled = (agents: readonly string[]) => agents.map((name) => ({ name, status: "ENABLED" }));
  const feature = (of: Declared, name: string, props: object) =>
    declare("guardduty/detectorFeature:DetectorFeature", name.toLowerCase(), {
      detectorId: ref(of),
      name,
      status: "ENABLED",
      ...props,
    });
  const features = (of: Declared, names = NAMES, status = "ENABLED") =>
    names.map((name) => {
      const agents = name.includes("RUNTIME") ? { additionalConfigurations: enabled(AGENTS) } : {};
      return feature(of, name, { status, ...agents });
    });

  it("passes a detector with all its features", () => {
    const all = detector();
    passes(control, [all, ...features(all)]);
    passes(control, [passwords, all, ...features(all)]);
    const older = detector({ datasources: { s3Logs: { enable: true } } });
    passes(control, [older, ...features(older, NAMES.slice(1))]);
    passes(control, [
      all,
      ...features(
        all,
        NAMES.map((name) => name.replace("RUNTIME", "EKS_RUNTIME")),
      ),
    ]);
  });

  it("wants one in each account that the stack sets up, unless the organization switches it on", () => {
    violates(control, [passwords], [`${PASSWORDS}: detector`]);
    const there = declare(
      "iam/accountPasswordPolicy:AccountPasswordPolicy",
      "there",
      {},
      account("333333333333"),
    );
    const all = detector();
    violates(
      control,
      [passwords, there, all, ...features(all)],
      ["there (iam/accountPasswordPolicy): detector"],
    );
    notApplicable(control, [passwords], { settings: { organizationServices: ["guardduty"] } });
  });

  it("finds one that is off, slow, or blind", () => {
    const off = detector({ enable: false });
    violates(control, [off, ...features(off)], ["d (guardduty/detector): enable"]);
    const slow = detector({ findingPublishingFrequency: undefined });
    violates(control, [slow, ...features(slow)], ["d (guardduty/detector): findingPublishingFrequency"]);
    const all = detector();
    violates(
      control,
      [all, ...features(all, NAMES.slice(2))],
      ["d (guardduty/detector): features", "d (guardduty/detector): features"],
    );
    violates(
      control,
      [all, ...features(all, NAMES.slice(1)), ...features(all, ["S3_DATA_EVENTS"], "DISABLED")],
      ["s3_data_events (guardduty/detectorFeature): status"],
    );
    const older = detector({ datasources: { s3Logs: { enable: false } } });
    violates(
      control,
      [older, ...features(older, NAMES.slice(1))],
      ["d (guardduty/detector): datasources.s3Logs.enable"],
    );
    const other = declare("guardduty/detector:Detector", "other", {});
    violates(
      control,
      [all, other, ...features(all)],
      [
        "other (guardduty/detector): findingPublishingFrequency",
        ...NAMES.map(() => "other (guardduty/detector): features"),
      ],
    );
  });

  it("finds runtime monitoring without the agents that tell it anything", () => {
    const all = detector();
    const others = NAMES.filter((name) => name !== "RUNTIME_MONITORING");
    const judged = (additionalConfigurations: object | undefined, name = "RUNTIME_MONITORING") => [
      all,
      ...features(all, others),
      feature(all, name, { additionalConfigurations }),
    ];
    const line = "runtime_monitoring (guardduty/detectorFeature): additionalConfigurations";
    violates(control, judged(undefined), [line, line, line]);
    violates(control, judged([]), [line, line, line]);
    violates(control, judged(enabled(AGENTS.slice(1))), [line]);
    violates(control, judged([...enabled(AGENTS.slice(1)), { name: AGENTS[0], status: "DISABLED" }]), [
      `${line}[2].status`,
    ]);
    passes(control, judged(enabled(AGENTS.slice(0, 1)), "EKS_RUNTIME_MONITORING"));
  });

  it("wants an organization to take in every account, with every feature", () => {
    const all = detector();
    const own = [all, ...features(all)];
    const organization = (autoEnableOrganizationMembers: string) =>
      declare("guardduty/organizationConfiguration:OrganizationConfiguration", "o", {
        detectorId: ref(all),
        autoEnableOrganizationMembers,
      });
    const members = (autoEnable: string) =>
      NAMES.map((name) =>
        declare(
          "guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature",
          `members-${name}`,
          {
            detectorId: ref(all),
            name,
            autoEnable,
          },
        ),
      );
    passes(control, [...own, organization("ALL"), ...members("ALL")]);
    violates(
      control,
      [...own, organization("NEW"), ...members("ALL")],
      ["o (guardduty/organizationConfiguration): autoEnableOrganizationMembers"],
    );
    violates(
      control,
      [...own, organization("ALL"), ...members("NONE").slice(0, 1), ...members("ALL").slice(1, 5)],
      [
        "members-S3_DATA_EVENTS (guardduty/organizationConfigurationFeature): autoEnable",
        "o (guardduty/organizationConfiguration): features",
      ],
    );
  });
});

describe("config-recorder-all", () => {
  const control = configRecorderAll;
  const key = declare("kms/key:Key", "k", { arn: "arn:aws:kms:eu-central-1:222222222222:key/1" });
  const recorder = (recordingGroup?: object, name?: string) =>
    declare("cfg/recorder:Recorder", "r", { recordingGroup, ...(name === undefined ? {} : { name }) });
  const status = (isEnabled: boolean, of?: Declared) =>
    declare("cfg/recorderStatus:RecorderStatus", "s", {
      isEnabled,
      ...(of === undefined ? {} : { name: ref(of, "name") }),
    });
  const channel = declare("cfg/deliveryChannel:DeliveryChannel", "c", { s3KmsKeyArn: ref(key, "arn") });
  const ALL = { allSupported: true, includeGlobalResourceTypes: true };

  it("passes one that records all, is started, and delivers encrypted", () => {
    const own = recorder(ALL, "all");
    passes(control, [key, own, status(true, own), channel]);
    passes(control, [key, recorder(ALL), status(true), channel, passwords]);
  });

  it("wants one in each account that the stack sets up, unless the organization switches it on", () => {
    violates(control, [passwords], [`${PASSWORDS}: recorder`]);
    notApplicable(control, [passwords], { settings: { organizationServices: ["config"] } });
  });

  it("finds one that leaves types out", () => {
    const rest = [key, status(true), channel];
    const at = (name: string) => [`r (cfg/recorder): recordingGroup.${name}`];
    violates(control, [...rest, recorder()], at("includeGlobalResourceTypes"));
    violates(control, [...rest, recorder({ allSupported: true })], at("includeGlobalResourceTypes"));
    violates(control, [...rest, recorder({ ...ALL, allSupported: false })], at("allSupported"));
    violates(
      control,
      [...rest, recorder({ ...ALL, resourceTypes: ["AWS::S3::Bucket"] })],
      at("resourceTypes"),
    );
    violates(
      control,
      [...rest, recorder({ ...ALL, exclusionByResourceTypes: [{ resourceTypes: ["AWS::IAM::Role"] }] })],
      at("exclusionByResourceTypes"),
    );
  });

  it("finds one that is not started, delivers nothing, or delivers in the clear", () => {
    violates(control, [key, recorder(ALL), channel], ["r (cfg/recorder): recorderStatus"]);
    violates(control, [key, recorder(ALL), status(false), channel], ["s (cfg/recorderStatus): isEnabled"]);
    violates(
      control,
      [key, recorder(ALL, "other"), status(true), channel],
      ["r (cfg/recorder): recorderStatus"],
    );
    violates(control, [recorder(ALL), status(true)], ["r (cfg/recorder): deliveryChannel"]);
    const there = declare(
      "cfg/recorderStatus:RecorderStatus",
      "there",
      { name: "all", isEnabled: true },
      account("333333333333"),
    );
    violates(control, [key, recorder(ALL, "all"), there, channel], ["r (cfg/recorder): recorderStatus"]);
    violates(
      control,
      [recorder(ALL), status(true), declare("cfg/deliveryChannel:DeliveryChannel", "c")],
      ["c (cfg/deliveryChannel): s3KmsKeyArn"],
    );
  });
});

describe("securityhub-and-analyzer-on", () => {
  const control = securityhubAndAnalyzerOn;
  const hub = (props: object = {}) => declare("securityhub/account:Account", "hub", { ...props });
  const analyzer = (props: object = {}) =>
    declare("accessanalyzer/analyzer:Analyzer", "external", { ...props });
  const inspector = (...resourceTypes: readonly string[]) =>
    declare("inspector2/enabler:Enabler", "scans", { resourceTypes });
  const macie = (props: object = {}) => declare("macie2/account:Account", "macie", { ...props });
  const data = declare("s3/bucket:Bucket", "data");
  const rest = [passwords, analyzer(), inspector("EC2", "ECR", "LAMBDA")];

  it("passes an account with all of them, and Macie where buckets are", () => {
    passes(control, [...rest, hub()]);
    passes(control, [...rest, hub(), data, macie()]);
    const standard = declare("securityhub/standardsSubscription:StandardsSubscription", "best", {
      standardsArn:
        "arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0",
    });
    passes(control, [...rest, hub({ enableDefaultStandards: false }), standard]);
    const maker = declare("sqs/queue:Queue", "q", { best: standard.props.standardsArn, other: "arn:other" });
    const late = (output: string) =>
      declare("securityhub/standardsSubscription:StandardsSubscription", "best", {
        standardsArn: ref(maker, output),
      });
    const off = hub({ enableDefaultStandards: false });
    const waiting = ["best (securityhub/standardsSubscription): standardsArn"];
    defers(control, [maker, ...rest, off, late("best")], waiting, []);
    defers(control, [maker, ...rest, off, late("other")], waiting, [
      "hub (securityhub/account): enableDefaultStandards",
    ]);
    passes(control, [
      passwords,
      hub(),
      analyzer({ type: "ORGANIZATION" }),
      inspector("EC2", "LAMBDA"),
      { ...inspector("ECR"), name: "images" },
    ]);
  });

  it("finds each that is missing or does less", () => {
    violates(
      control,
      [passwords, data],
      ["securityHub", "accessAnalyzer", "inspector", "macie"].map((what) => `${PASSWORDS}: ${what}`),
    );
    violates(
      control,
      [...rest, hub({ enableDefaultStandards: false })],
      ["hub (securityhub/account): enableDefaultStandards"],
    );
    violates(
      control,
      [passwords, hub(), analyzer({ type: "ACCOUNT_UNUSED_ACCESS" }), inspector("EC2")],
      [`${PASSWORDS}: accessAnalyzer`, `${PASSWORDS}: inspector`],
    );
    for (const scanned of [
      ["EC2", "ECR"],
      ["EC2", "LAMBDA"],
      ["ECR", "LAMBDA", "LAMBDA_CODE"],
    ]) {
      violates(control, [passwords, hub(), analyzer(), inspector(...scanned)], [`${PASSWORDS}: inspector`]);
    }
    violates(
      control,
      [...rest, hub({ autoEnableControls: false })],
      ["hub (securityhub/account): autoEnableControls"],
    );
    violates(
      control,
      [...rest, hub(), data, macie({ status: "PAUSED" })],
      ["macie (macie2/account): status"],
    );
  });

  it("counts the enablers of Inspector that name the account itself", () => {
    const at = account("222222222222");
    const here = declare("iam/accountPasswordPolicy:AccountPasswordPolicy", "passwords", {}, at);
    const others = [
      declare("securityhub/account:Account", "hub", {}, at),
      declare("accessanalyzer/analyzer:Analyzer", "external", {}, at),
    ];
    const enabler = (accountIds: readonly string[]) =>
      declare(
        "inspector2/enabler:Enabler",
        "scans",
        { accountIds, resourceTypes: ["EC2", "ECR", "LAMBDA"] },
        at,
      );
    passes(control, [here, ...others, enabler(["333333333333", "222222222222"])]);
    violates(control, [here, ...others, enabler(["333333333333"])], [`${PASSWORDS}: inspector`]);
    violates(control, [here, ...others, enabler([])], [`${PASSWORDS}: inspector`]);
  });

  it("leaves to the organization what it switches on", () => {
    passes(control, [passwords, data], {
      settings: { organizationServices: ["securityhub", "access-analyzer", "inspector", "macie"] },
    });
  });

  it("has nothing to judge in a stack that sets up no account", () => notApplicable(control, [data]));
});
