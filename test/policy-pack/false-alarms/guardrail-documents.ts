import { LOG_ACCOUNT, ORGANIZATION } from "./foundation";

export interface GuardrailDocument {
  readonly name: string;
  readonly type: "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";
  readonly statements: readonly object[];
}

/** The one role that may change what is guarded, in every account. */
const ADMINISTRATION = "arn:aws:iam::*:role/deployment";
const exceptAdministration = { ArnNotLike: { "aws:PrincipalArn": [ADMINISTRATION] } };

/** What the company's organization denies, in documents of a size that AWS takes. */
export function guardrailDocuments(): readonly GuardrailDocument[] {
  return [
    { name: "foundations", type: "SERVICE_CONTROL_POLICY", statements: foundations() },
    { name: "records", type: "SERVICE_CONTROL_POLICY", statements: records() },
    { name: "machine-learning", type: "SERVICE_CONTROL_POLICY", statements: machineLearning() },
    { name: "perimeter", type: "RESOURCE_CONTROL_POLICY", statements: perimeter() },
  ];
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html */
function foundations(): readonly object[] {
  return [
    { Sid: "Stay", Effect: "Deny", Action: ["organizations:LeaveOrganization"], Resource: "*" },
    {
      Sid: "NoRoot",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { StringLike: { "aws:PrincipalArn": ["arn:aws:iam::*:root"] } },
    },
    {
      Sid: "Regions",
      Effect: "Deny",
      NotAction: [
        "account:*",
        "budgets:*",
        "ce:*",
        "cloudfront:*",
        "globalaccelerator:*",
        "health:*",
        "iam:*",
        "organizations:*",
        "route53:*",
        "shield:*",
        "sts:*",
        "support:*",
        "waf:*",
        "wafv2:*",
      ],
      Resource: "*",
      Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-west-1"] } },
    },
    {
      Sid: "KeepDefaults",
      Effect: "Deny",
      Action: [
        "ec2:DisableEbsEncryptionByDefault",
        "ec2:DisableImageBlockPublicAccess",
        "ec2:DisableSnapshotBlockPublicAccess",
        "ec2:EnableSerialConsoleAccess",
        "ec2:EnableSnapshotBlockPublicAccess",
        "ec2:ModifyInstanceMetadataDefaults",
        "ec2:ModifyVpcBlockPublicAccessOptions",
        "ec2:CreateVpcBlockPublicAccessExclusion",
        "ec2:ModifyVpcBlockPublicAccessExclusion",
        "s3:PutAccountPublicAccessBlock",
        "s3:PutBucketPublicAccessBlock",
      ],
      Resource: "*",
      Condition: exceptAdministration,
    },
    {
      Sid: "NoPublicSnapshots",
      Effect: "Deny",
      Action: "ec2:ModifySnapshotAttribute",
      Resource: "*",
      Condition: { StringEquals: { "ec2:Add/group": "all" } },
    },
    {
      Sid: "KeepTheAdministration",
      Effect: "Deny",
      Action: [
        "iam:AttachRolePolicy",
        "iam:DeleteRole",
        "iam:DeleteRolePermissionsBoundary",
        "iam:DeleteRolePolicy",
        "iam:DetachRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
        "iam:CreateRole",
        "iam:TagRole",
        "iam:UntagRole",
      ],
      Resource: ADMINISTRATION,
      Condition: exceptAdministration,
    },
  ];
}

/** What records and guards is switched off by nobody else. */
function records(): readonly object[] {
  return [
    {
      Sid: "KeepRecords",
      Effect: "Deny",
      Action: [
        "access-analyzer:DeleteAnalyzer",
        "cloudtrail:DeleteTrail",
        "cloudtrail:PutEventSelectors",
        "cloudtrail:StopLogging",
        "cloudtrail:UpdateTrail",
        "config:DeleteConfigurationRecorder",
        "config:DeleteDeliveryChannel",
        "config:PutConfigurationRecorder",
        "config:PutDeliveryChannel",
        "config:StopConfigurationRecorder",
        "ec2:DeleteFlowLogs",
        "guardduty:Delete*",
        "guardduty:Disassociate*",
        "guardduty:StopMonitoringMembers",
        "guardduty:UpdateDetector",
        "inspector2:Disable",
        "inspector2:Disassociate*",
        "inspector2:UpdateConfiguration",
        "macie2:Disable*",
        "macie2:Disassociate*",
        "macie2:Update*",
        "securityhub:BatchDisableStandards",
        "securityhub:DeleteMembers",
        "securityhub:Disable*",
        "securityhub:Disassociate*",
        "securityhub:UpdateSecurityHubConfiguration",
        "securityhub:UpdateStandardsControl",
      ],
      Resource: "*",
      Condition: exceptAdministration,
    },
    {
      Sid: "KeepInspection",
      Effect: "Deny",
      Action: [
        "network-firewall:Associate*",
        "network-firewall:Delete*",
        "network-firewall:Disassociate*",
        "network-firewall:Update*",
        "route53resolver:CreateFirewallRule",
        "route53resolver:Delete*",
        "route53resolver:Disassociate*",
        "route53resolver:ImportFirewallDomains",
        "route53resolver:Update*",
      ],
      Resource: "*",
      Condition: exceptAdministration,
    },
    {
      Sid: "KeepLogs",
      Effect: "Deny",
      Action: [
        "logs:DeleteLogGroup",
        "logs:DeleteLogStream",
        "logs:PutRetentionPolicy",
        "logs:DeleteRetentionPolicy",
      ],
      Resource: "*",
      Condition: exceptAdministration,
    },
    {
      Sid: "KeepTheArchive",
      Effect: "Deny",
      Action: [
        "s3:DeleteBucket",
        "s3:DeleteBucketPolicy",
        "s3:PutBucketPolicy",
        "s3:PutLifecycleConfiguration",
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "s3:PutBucketVersioning",
        "s3:PutBucketObjectLockConfiguration",
        "s3:BypassGovernanceRetention",
        "s3:PutEncryptionConfiguration",
      ],
      Resource: [`arn:aws:s3:::acme-*-${LOG_ACCOUNT}`, `arn:aws:s3:::acme-*-${LOG_ACCOUNT}/*`],
      Condition: exceptAdministration,
    },
  ];
}

/** https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html */
function machineLearning(): readonly object[] {
  const jobs = [
    "sagemaker:CreateHyperParameterTuningJob",
    "sagemaker:CreateProcessingJob",
    "sagemaker:CreateTrainingJob",
  ];
  const inVpc = [
    ...jobs,
    "sagemaker:CreateAutoMLJob",
    "sagemaker:CreateAutoMLJobV2",
    "sagemaker:CreateDomain",
    "sagemaker:CreateModel",
    "sagemaker:CreateNotebookInstance",
  ];
  const deny = (Sid: string, Action: string | readonly string[], Condition: object) => ({
    Sid,
    Effect: "Deny",
    Action,
    Resource: "*",
    Condition,
  });
  return [
    deny("InSubnets", inVpc, { Null: { "sagemaker:VpcSubnets": "true" } }),
    deny("InGroups", inVpc, { Null: { "sagemaker:VpcSecurityGroupIds": "true" } }),
    deny("Isolated", [...jobs, "sagemaker:CreateModel"], {
      BoolIfExists: { "sagemaker:NetworkIsolation": "false" },
    }),
    deny("IsolationSaid", [...jobs, "sagemaker:CreateModel"], {
      Null: { "sagemaker:NetworkIsolation": "true" },
    }),
    deny("BetweenContainers", jobs, {
      BoolIfExists: { "sagemaker:InterContainerTrafficEncryption": "false" },
    }),
    deny("NoInternet", "sagemaker:CreateNotebookInstance", {
      StringNotEquals: { "sagemaker:DirectInternetAccess": "Disabled" },
    }),
    deny("NoRootAccess", "sagemaker:CreateNotebookInstance", {
      StringNotEquals: { "sagemaker:RootAccess": "Disabled" },
    }),
    deny("NoRootAccessLater", "sagemaker:UpdateNotebookInstance", {
      StringEquals: { "sagemaker:RootAccess": "Enabled" },
    }),
    deny("DomainsInVpc", "sagemaker:CreateDomain", {
      StringNotEquals: { "sagemaker:AppNetworkAccessType": "VpcOnly" },
    }),
    deny(
      "OwnKeys",
      [
        ...jobs,
        "sagemaker:CreateDomain",
        "sagemaker:CreateEndpointConfig",
        "sagemaker:CreateNotebookInstance",
        "sagemaker:CreateTransformJob",
      ],
      { Null: { "sagemaker:VolumeKmsKey": "true" } },
    ),
  ];
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html */
function perimeter(): readonly object[] {
  const guarded = {
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:*", "sqs:*", "kms:*", "secretsmanager:*", "sts:AssumeRole", "dynamodb:*", "ecr:*", "logs:*"],
    Resource: "*",
  };
  return [
    {
      Sid: "OwnPrincipals",
      ...guarded,
      Condition: {
        StringNotEqualsIfExists: { "aws:PrincipalOrgID": ORGANIZATION },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
    },
    {
      Sid: "OwnSources",
      ...guarded,
      Condition: {
        StringNotEqualsIfExists: { "aws:SourceOrgID": ORGANIZATION },
        Null: { "aws:SourceAccount": "false" },
        Bool: { "aws:PrincipalIsAWSService": "true" },
      },
    },
    { Sid: "Tls", ...guarded, Condition: { BoolIfExists: { "aws:SecureTransport": "false" } } },
  ];
}
