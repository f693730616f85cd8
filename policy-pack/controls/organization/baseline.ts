import { forAllButNamedRoles, type Guardrail, holdsWhen, onEverything } from "./guardrail";

/** The least that an organization's service control policies deny in every account. */
export const BASELINE: readonly Guardrail[] = [
  {
    finding: "leave-organization",
    required: "a Deny for everyone on organizations:LeaveOrganization",
    actions: ["organizations:LeaveOrganization"],
    fits: (statement) => onEverything(statement) && statement.conditions.length === 0,
  },
  {
    finding: "security-services",
    required:
      "a Deny on stopping CloudTrail, Config, GuardDuty, Inspector, Macie, Security Hub, Access Analyzer and flow logs",
    actions: [
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
      "guardduty:DeleteDetector",
      "guardduty:DisassociateFromAdministratorAccount",
      "guardduty:StopMonitoringMembers",
      "guardduty:UpdateDetector",
      "inspector2:Disable",
      "inspector2:DisassociateMember",
      "inspector2:UpdateConfiguration",
      "macie2:DisableMacie",
      "macie2:DisassociateFromAdministratorAccount",
      "macie2:UpdateMacieSession",
      "securityhub:BatchDisableStandards",
      "securityhub:DisableSecurityHub",
      "securityhub:DisassociateFromAdministratorAccount",
    ],
    fits: forAllButNamedRoles,
  },
  {
    finding: "root-user",
    required: "a Deny on everything for the root user",
    actions: ["iam:CreateAccessKey", "s3:GetObject", "sagemaker:CreateTrainingJob"],
    fits: (statement) =>
      onEverything(statement) &&
      holdsWhen(statement, [
        { operator: /^(arn|string)like$/i, key: /^aws:PrincipalArn$/i, value: /:(iam|\*)::\*?:?root$/ },
      ]),
  },
  {
    finding: "public-snapshots",
    required: "a Deny on ec2:ModifySnapshotAttribute that shares with all",
    actions: ["ec2:ModifySnapshotAttribute"],
    fits: (statement) =>
      onEverything(statement) &&
      holdsWhen(statement, [
        { operator: /^string(equals|like)/i, key: /^ec2:Add\/group$/i, value: /^all$/i, optional: true },
      ]),
  },
  {
    finding: "unencrypted-volumes",
    required: "a Deny on turning the account's default encryption of volumes off",
    actions: ["ec2:DisableEbsEncryptionByDefault"],
    fits: forAllButNamedRoles,
  },
  {
    finding: "account-defaults",
    required:
      "a Deny on lifting the blocks of public buckets, images and snapshots, and the metadata defaults",
    actions: [
      "ec2:DisableImageBlockPublicAccess",
      "ec2:DisableSnapshotBlockPublicAccess",
      "ec2:EnableSnapshotBlockPublicAccess",
      "ec2:ModifyInstanceMetadataDefaults",
      "s3:PutAccountPublicAccessBlock",
      "s3:PutBucketPublicAccessBlock",
    ],
    fits: forAllButNamedRoles,
  },
  {
    finding: "open-network",
    required:
      "a Deny on opening VPC Block Public Access, the firewalls of names and packets, and the serial console",
    actions: [
      "ec2:CreateVpcBlockPublicAccessExclusion",
      "ec2:EnableSerialConsoleAccess",
      "ec2:ModifyVpcBlockPublicAccessExclusion",
      "ec2:ModifyVpcBlockPublicAccessOptions",
      "network-firewall:AssociateFirewallPolicy",
      "network-firewall:DeleteFirewall",
      "network-firewall:UpdateFirewallDeleteProtection",
      "network-firewall:UpdateFirewallPolicy",
      "network-firewall:UpdateLoggingConfiguration",
      "network-firewall:UpdateRuleGroup",
      "route53resolver:CreateFirewallRule",
      "route53resolver:DeleteFirewallRule",
      "route53resolver:DeleteResolverQueryLogConfig",
      "route53resolver:DisassociateFirewallRuleGroup",
      "route53resolver:DisassociateResolverQueryLogConfig",
      "route53resolver:ImportFirewallDomains",
      "route53resolver:UpdateFirewallConfig",
      "route53resolver:UpdateFirewallDomains",
      "route53resolver:UpdateFirewallRule",
      "route53resolver:UpdateFirewallRuleGroupAssociation",
    ],
    fits: forAllButNamedRoles,
  },
];
