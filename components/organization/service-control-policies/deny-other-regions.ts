import type { PolicyStatement } from "@pulumi/aws/iam/documents";
import type { GuardrailFacts } from "./statement";

/**
 * Services with one endpoint for all regions, most of them in us-east-1, which a deny by region would switch
 * off as a whole, and calls of regional services that the console makes everywhere.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html
 */
const GLOBAL_ACTIONS = [
  "account:*",
  "aws-portal:*",
  "billing:*",
  "budgets:*",
  "ce:*",
  "cloudfront:*",
  "consolidatedbilling:*",
  "cur:*",
  "directconnect:*",
  "ec2:DescribeRegions",
  "globalaccelerator:*",
  "health:*",
  "iam:*",
  "invoicing:*",
  "networkmanager:*",
  "notifications:*",
  "organizations:*",
  "payments:*",
  "pricing:*",
  "route53:*",
  "route53domains:*",
  "s3:GetAccountPublicAccessBlock",
  "s3:ListAllMyBuckets",
  "s3:PutAccountPublicAccessBlock",
  "savingsplans:*",
  "shield:*",
  "sts:*",
  "support:*",
  "supportplans:*",
  "tax:*",
  "trustedadvisor:*",
  "waf:*",
];

/** Data and models stay in the regions that the company chose. */
export function denyOtherRegions(facts: GuardrailFacts): PolicyStatement {
  return {
    Sid: "DenyOtherRegions",
    Effect: "Deny",
    NotAction: GLOBAL_ACTIONS,
    Resource: "*",
    Condition: { StringNotEquals: { "aws:RequestedRegion": [...facts.allowedRegions] } },
  };
}
