import { type Finding, type Subject, violation } from "../../core";
import { namesEverything, parseArn } from "../../iam/arn";
import { demands } from "../../iam/condition";
import { covers } from "../../iam/covers";
import type { Condition, Statement } from "../../iam/statement";

/**
 * What has a service copy data by itself, or lets others at it: few roles ever need it, and none that only reads and
 * writes data. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const COPIES_OR_OPENS = [
  "dynamodb:EnableKinesisStreamingDestination",
  "ecr:SetRepositoryPolicy",
  "events:PutTargets",
  "kms:PutKeyPolicy",
  "lambda:AddPermission",
  "logs:PutSubscriptionFilter",
  "s3:DeleteBucketPolicy",
  "s3:PutAnalyticsConfiguration",
  "s3:PutBucketAcl",
  "s3:PutBucketNotification",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
  "s3:PutInventoryConfiguration",
  "s3:PutReplicationConfiguration",
  "secretsmanager:PutResourcePolicy",
];

/**
 * Findings for a boundary's statement that lets every role which it bounds copy or open any store: the roles are named
 * by a condition, or the resources are.
 */
export function judgePrincipals(subject: Subject, statement: Statement): readonly Finding[] {
  if (!statement.resources.values.some(({ value }) => namesEverything(value))) return [];
  if (statement.unknownConditions.length > 0 || statement.conditions.some(namesRoles)) return [];
  const actions = COPIES_OR_OPENS.filter((action) => covers(statement, action));
  if (actions.length === 0) return [];
  return [
    violation(
      subject,
      `${statement.path}.Condition`,
      `${actions.join(", ")} for every role`,
      "a condition on aws:PrincipalArn or a tag of the role, or resources by name",
      { finding: "Principal" },
    ),
  ];
}

/** A value that is not known yet is that of a role or team of the same program. */
function namesRoles({ key, operator, values }: Condition): boolean {
  if (!demands(operator, key)) return false;
  const texts = values.values.map(({ value }) => value);
  if (key.toLowerCase() === "aws:principalarn")
    return texts.every((text) => /^role\/(?![*?]+$)/.test(parseArn(text)?.resource ?? ""));
  return /^aws:principaltag\//i.test(key) && texts.every((text) => !/^[*?]*$/.test(text));
}
