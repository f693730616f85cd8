import { type Declared, declare } from "../support/resources";
import { attach, BUT_DEPLOYMENT, deny, policy } from "./cases";

export const ROOT = "r-ab12";
const DEPLOYMENT = "arn:aws:iam::*:role/deployment";
const DATA = [
  "dynamodb:*",
  "ecr:*",
  "kms:*",
  "logs:*",
  "s3:*",
  "secretsmanager:*",
  "sqs:*",
  "sts:AssumeRole",
];
const without = (key: string) => ({ Null: { [`sagemaker:${key}`]: "true" } });

/** One statement for each guardrail of service control policies, by the word for it. */
export const SERVICE_STATEMENTS: Readonly<Record<string, object>> = {
  "leave-organization": deny("organizations:LeaveOrganization"),
  "security-services": deny(
    [
      "access-analyzer:*",
      "cloudtrail:*",
      "config:*",
      "ec2:DeleteFlowLogs",
      "guardduty:*",
      "inspector2:*",
      "macie2:*",
      "securityhub:*",
    ],
    BUT_DEPLOYMENT,
  ),
  "root-user": deny("*", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } }),
  "public-snapshots": deny("ec2:ModifySnapshotAttribute", { StringEquals: { "ec2:Add/group": "all" } }),
  "unencrypted-volumes": deny("ec2:DisableEbsEncryptionByDefault"),
  "account-defaults": deny(
    [
      "ec2:DisableImageBlockPublicAccess",
      "ec2:DisableSnapshotBlockPublicAccess",
      "ec2:EnableSnapshotBlockPublicAccess",
      "ec2:ModifyInstanceMetadataDefaults",
      "s3:Put*PublicAccessBlock",
    ],
    BUT_DEPLOYMENT,
  ),
  "open-network": deny(
    [
      "ec2:EnableSerialConsoleAccess",
      "ec2:*VpcBlockPublicAccess*",
      "network-firewall:*",
      "route53resolver:*",
    ],
    BUT_DEPLOYMENT,
  ),
  "spared-roles": { Effect: "Deny", Action: "iam:*", Resource: DEPLOYMENT },
  "sagemaker-outside-vpc": deny("sagemaker:Create*", without("VpcSubnets")),
  "sagemaker-without-security-groups": deny("sagemaker:Create*", without("VpcSecurityGroupIds")),
  "sagemaker-network-isolation": deny("sagemaker:Create*", {
    BoolIfExists: { "sagemaker:NetworkIsolation": "false" },
  }),
  "sagemaker-traffic-encryption": deny("sagemaker:Create*", {
    BoolIfExists: { "sagemaker:InterContainerTrafficEncryption": "false" },
  }),
  "notebook-internet": deny("sagemaker:CreateNotebookInstance", {
    StringNotEqualsIfExists: { "sagemaker:DirectInternetAccess": "Disabled" },
  }),
  "notebook-root": deny("sagemaker:CreateNotebookInstance", {
    StringNotEqualsIfExists: { "sagemaker:RootAccess": "Disabled" },
  }),
  "notebook-root-later": deny("sagemaker:UpdateNotebookInstance", {
    StringEquals: { "sagemaker:RootAccess": "Enabled" },
  }),
  "domain-internet": deny("sagemaker:CreateDomain", {
    StringNotEqualsIfExists: { "sagemaker:AppNetworkAccessType": "VpcOnly" },
  }),
  "sagemaker-volume-keys": deny("sagemaker:Create*", without("VolumeKmsKey")),
};

const forEveryone = (condition: object): object => ({ ...deny(DATA, condition), Principal: "*" });

/** One statement for each guardrail of resource control policies, by the word for it. */
export const RESOURCE_STATEMENTS: Readonly<Record<string, object>> = {
  "data-perimeter": forEveryone({
    StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorgid" },
    BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
  }),
  "confused-deputy": forEveryone({
    StringNotEqualsIfExists: { "aws:SourceOrgID": "o-exampleorgid" },
    Null: { "aws:SourceAccount": "false" },
    Bool: { "aws:PrincipalIsAWSService": "true" },
  }),
  "plain-http": forEveryone({ Bool: { "aws:SecureTransport": "false" } }),
};

export const OPT_OUT = { services: { default: { opt_out_policy: { "@@assign": "optOut" } } } };

export const optOut = (content: unknown = OPT_OUT, more: Declared["more"] = {}): Declared =>
  declare(
    "organizations/policy:Policy",
    "ai",
    { type: "AISERVICES_OPT_OUT_POLICY", content: JSON.stringify(content) },
    more,
  );

/** A policy for each type, with parts of the whole baseline replaced, or left out where they are undefined. */
export function policies(parts: Readonly<Record<string, object | undefined>> = {}): Declared[] {
  const own = (statements: Readonly<Record<string, object>>) =>
    Object.entries(statements).flatMap(([finding, statement]) => {
      const chosen = finding in parts ? parts[finding] : statement;
      return chosen === undefined ? [] : [chosen];
    });
  return [
    policy("baseline", own(SERVICE_STATEMENTS)),
    policy("perimeter", own(RESOURCE_STATEMENTS), "RESOURCE_CONTROL_POLICY"),
    optOut(),
  ];
}

/** Policies, each attached to the root. */
export const atRoot = (all: readonly Declared[]): Declared[] =>
  all.flatMap((one) => [one, attach(one, ROOT)]);
