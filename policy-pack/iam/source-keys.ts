import type { PackSettings } from "../contract/control";
import type { LimitingKeys } from "./condition";
import { perimeterKeys } from "./perimeter";

/**
 * Services for which AWS documents neither aws:SourceArn nor aws:SourceAccount when they assume a role, so that a
 * condition might shut them out. Another account cannot give them the role: that takes iam:PassRole in this one.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
 * Lambda is none of them: AWS's own trust policies for functions name the account by aws:SourceAccount.
 * https://github.com/aws/agent-toolkit-for-aws (deploying-custom-domain-rest-api/scripts/lambda-trust-policy.json)
 */
const WITHOUT_SOURCE = /^(ec2|cloudtrail)\.amazonaws\.com(\.cn)?$/i;

/** Whether a service sets no source when it assumes a role. */
export const setsNoSource = (service: string): boolean => WITHOUT_SOURCE.test(service);

const SOURCE = /^aws:source(account|arn|orgid|orgpaths|owner)$/;

/**
 * Encryption contexts by which services bind the use of a key to a resource of theirs; CloudWatch Logs sets no
 * source on keys. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
const ENCRYPTION_CONTEXT = /^kms:encryptioncontext:aws:[a-z0-9-]+:(arn|.*arn)$/;

/** The condition keys that say for whom a service acts. */
export function sourceKeys(settings: Pick<PackSettings, "organizationId">): LimitingKeys {
  const perimeter = perimeterKeys(settings);
  return (key) => {
    if (SOURCE.test(key)) return perimeter(key);
    return ENCRYPTION_CONTEXT.test(key) ? perimeter("aws:sourcearn") : undefined;
  };
}
