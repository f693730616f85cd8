import * as accessanalyzer from "@pulumi/aws/accessanalyzer";
import * as account from "@pulumi/aws/account";
import * as budgets from "@pulumi/aws/budgets";
import * as cfg from "@pulumi/aws/cfg";
import * as ebs from "@pulumi/aws/ebs";
import * as ec2 from "@pulumi/aws/ec2";
import * as guardduty from "@pulumi/aws/guardduty";
import * as iam from "@pulumi/aws/iam";
import * as inspector2 from "@pulumi/aws/inspector2";
import * as macie2 from "@pulumi/aws/macie2";
import * as s3 from "@pulumi/aws/s3";
import * as securityhub from "@pulumi/aws/securityhub";
import * as ssm from "@pulumi/aws/ssm";
import * as company from "../foundation";
import type { Program } from "../program";

const FEATURES = [
  "S3_DATA_EVENTS",
  "EBS_MALWARE_PROTECTION",
  "RDS_LOGIN_EVENTS",
  "LAMBDA_NETWORK_LOGS",
  "EKS_AUDIT_LOGS",
];

/** What AWS advises to turn on in every account before anything runs in it. */
export const accountBaseline: Program = {
  name: "the baseline of an account",
  sources: [
    "https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-startup-security-baseline/welcome.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html",
    "https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html",
    "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "volumes",
      [company.through("ec2", "operators"), ...company.byAutoScaling()],
      options,
    );
    new ebs.EncryptionByDefault("account", { enabled: true }, options);
    new ebs.DefaultKmsKey("account", { keyArn: key.arn }, options);
    new ebs.SnapshotBlockPublicAccess("account", { state: "block-all-sharing" }, options);
    new ec2.ImageBlockPublicAccess("account", { state: "block-new-sharing" }, options);
    new ec2.InstanceMetadataDefaults(
      "account",
      { httpTokens: "required", httpPutResponseHopLimit: 1 },
      options,
    );
    new ec2.SerialConsoleAccess("account", { enabled: false }, options);
    new s3.AccountPublicAccessBlock(
      "account",
      { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
      options,
    );
    new ssm.ServiceSetting(
      "documents",
      {
        settingId: company.arn("ssm", "servicesetting/ssm/documents/console/public-sharing-permission"),
        settingValue: "Disable",
      },
      options,
    );
    new iam.AccountPasswordPolicy(
      "account",
      {
        minimumPasswordLength: 14,
        passwordReusePrevention: 24,
        maxPasswordAge: 90,
        requireLowercaseCharacters: true,
        requireNumbers: true,
        requireSymbols: true,
        requireUppercaseCharacters: true,
        allowUsersToChangePassword: true,
      },
      options,
    );
    new account.AlternativeContact(
      "security",
      {
        alternateContactType: "SECURITY",
        name: "Security",
        title: "Security operations",
        emailAddress: "security@example.com",
        phoneNumber: "+49 30 1234567",
      },
      options,
    );

    const detector = new guardduty.Detector(
      "account",
      { enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES" },
      options,
    );
    for (const name of FEATURES)
      new guardduty.DetectorFeature(name, { detectorId: detector.id, name, status: "ENABLED" }, options);
    new guardduty.DetectorFeature(
      "runtime",
      {
        detectorId: detector.id,
        name: "RUNTIME_MONITORING",
        status: "ENABLED",
        additionalConfigurations: [
          "EKS_ADDON_MANAGEMENT",
          "ECS_FARGATE_AGENT_MANAGEMENT",
          "EC2_AGENT_MANAGEMENT",
        ].map((name) => ({ name, status: "ENABLED" })),
      },
      options,
    );
    const hub = new securityhub.Account(
      "account",
      {
        enableDefaultStandards: false,
        controlFindingGenerator: "SECURITY_CONTROL",
        autoEnableControls: true,
      },
      options,
    );
    new securityhub.StandardsSubscription(
      "best-practices",
      {
        standardsArn: `arn:aws:securityhub:${company.REGION}::standards/aws-foundational-security-best-practices/v/1.0.0`,
      },
      { ...options, dependsOn: [hub] },
    );
    new accessanalyzer.Analyzer("account", { analyzerName: "account", type: "ACCOUNT" }, options);
    new inspector2.Enabler(
      "account",
      { accountIds: [company.ACCOUNT], resourceTypes: ["EC2", "ECR", "LAMBDA", "LAMBDA_CODE"] },
      options,
    );
    new macie2.Account(
      "account",
      { findingPublishingFrequency: "FIFTEEN_MINUTES", status: "ENABLED" },
      options,
    );

    const linked = new iam.ServiceLinkedRole("config", { awsServiceName: "config.amazonaws.com" }, options);
    const recorder = new cfg.Recorder(
      "account",
      {
        name: "account",
        roleArn: linked.arn,
        recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
        recordingMode: { recordingFrequency: "CONTINUOUS" },
      },
      options,
    );
    const channel = new cfg.DeliveryChannel(
      "account",
      {
        name: "account",
        s3BucketName: "acme-config-222222222222",
        s3KmsKeyArn: company.arn(
          "kms",
          "key/0e0e0e0e-1111-4222-8333-444444444444",
          company.REGION,
          company.LOG_ACCOUNT,
        ),
        snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
      },
      { ...options, dependsOn: [recorder] },
    );
    new cfg.RecorderStatus(
      "account",
      { name: recorder.name, isEnabled: true },
      { ...options, dependsOn: [channel] },
    );
    new cfg.Rule(
      "root-mfa",
      { source: { owner: "AWS", sourceIdentifier: "ROOT_ACCOUNT_MFA_ENABLED" } },
      { ...options, dependsOn: [recorder] },
    );
    new budgets.Budget(
      "monthly",
      {
        budgetType: "COST",
        limitAmount: "5000",
        limitUnit: "USD",
        timeUnit: "MONTHLY",
        notifications: [
          {
            comparisonOperator: "GREATER_THAN",
            notificationType: "FORECASTED",
            threshold: 100,
            thresholdType: "PERCENTAGE",
            subscriberEmailAddresses: ["finance@example.com"],
          },
        ],
      },
      options,
    );
  },
};
