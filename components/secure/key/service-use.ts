import { allow, type Statement } from "../policy-document";
import { viaService } from "../principals";
import { arn, type Scope } from "../scope";

const THIS_KEY = ["*"];

/**
 * Lets CloudWatch Logs encrypt log groups of the account. It sets no source account; the log group's ARN in the
 * encryption context takes its place:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * @param logGroupName A log group's name, or a pattern of names. @default every log group of the account
 */
export function logsUse(scope: Scope, logGroupName = "*"): Statement {
  return allow("AllowCloudWatchLogs", {
    Principal: { Service: viaService(scope, "logs") },
    Action: [
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:Encrypt",
      "kms:GenerateDataKey",
      "kms:GenerateDataKeyWithoutPlaintext",
      "kms:ReEncryptFrom",
      "kms:ReEncryptTo",
    ],
    Resource: THIS_KEY,
    Condition: {
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": arn(scope, "logs", `log-group:${logGroupName}`) },
    },
  });
}

/**
 * Lets CloudTrail encrypt the files of one trail.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 * @param trailArn The trail, which may belong to another account than the key.
 * @param accounts The accounts whose events the trail may hold; `*` stands for those of an organization trail.
 */
export function cloudTrailUse(scope: Scope, trailArn: string, accounts: readonly string[]): Statement {
  return allow("AllowCloudTrail", {
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: ["kms:DescribeKey", "kms:GenerateDataKey"],
    Resource: THIS_KEY,
    Condition: {
      StringEquals: { "aws:SourceArn": trailArn },
      StringLikeIfExists: {
        "kms:EncryptionContext:aws:cloudtrail:arn": accounts.map((account) =>
          arn(scope, "cloudtrail", "trail/*", { region: "*", account }),
        ),
      },
    },
  });
}

/**
 * Lets a service that delivers in its own name use the key, for one account's resources only.
 * @param sid Unique in the key's policy.
 * @param service The service principal, such as `delivery.logs.amazonaws.com`.
 * @param source The account, and the ARN pattern of the resources, for which the service acts.
 * @param actions What the service needs. @default to encrypt
 */
export function serviceUse(
  sid: string,
  service: string,
  source: { readonly account: string; readonly arn: string },
  actions: readonly string[] = ["kms:DescribeKey", "kms:GenerateDataKey"],
): Statement {
  return allow(sid, {
    Principal: { Service: service },
    Action: actions,
    Resource: THIS_KEY,
    Condition: {
      StringEquals: { "aws:SourceAccount": source.account },
      ArnLike: { "aws:SourceArn": source.arn },
    },
  });
}
