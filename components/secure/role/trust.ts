import { allow, type Conditions, type Statement } from "../policy-document";
import { accountPrincipalArn } from "../principals";
import { arn, type Scope } from "../scope";

/**
 * Services that say for which account and resource they assume a role, and the resources that they name.
 * sagemaker: https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html
 * vpc-flow-logs: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
const SOURCES = {
  sagemaker: (scope: Scope) => arn(scope, "sagemaker", "*"),
  "vpc-flow-logs": (scope: Scope) => arn(scope, "ec2", "vpc-flow-log/*"),
} as const;

/** Lets a service assume the role for this account's resources, and for nobody else's. */
export function trustService(scope: Scope, service: keyof typeof SOURCES): Statement {
  return trust(service, {
    StringEquals: { "aws:SourceAccount": scope.account.id },
    ArnLike: { "aws:SourceArn": SOURCES[service](scope) },
  });
}

/**
 * Lets Lambda run this account's functions under the role. Lambda says for which account it assumes a role, but
 * names the function only in the calls that its code makes, by `lambda:SourceFunctionArn`:
 * https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
export function trustLambda(scope: Scope): Statement {
  return trust("lambda", { StringEquals: { "aws:SourceAccount": scope.account.id } });
}

/**
 * Lets AWS Backup take or bring back this account's backups under the role. Which ARN it names as the source of a job
 * is not documented; the account is: https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-service-confused-deputy-prevention.html
 */
export function trustBackup(scope: Scope): Statement {
  return trust("backup", { StringEquals: { "aws:SourceAccount": scope.account.id } });
}

/**
 * Lets CloudTrail assume the role to write to CloudWatch Logs. CloudTrail sets no source when it assumes a role:
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
 */
export function trustCloudTrail(): Statement {
  return trust("cloudtrail", undefined);
}

/**
 * Lets roles of the account assume the role.
 * @param roleArns The roles, which need not exist yet: they are matched by condition, as in a key's policy.
 */
export function trustRoles(scope: Scope, roleArns: readonly string[]): Statement {
  return allow("TrustRoles", {
    Principal: { AWS: accountPrincipalArn(scope) },
    Action: ["sts:AssumeRole"],
    Condition: {
      ArnEquals: { "aws:PrincipalArn": roleArns },
      StringEquals: { "aws:PrincipalAccount": scope.account.id },
    },
  });
}

/**
 * Lets any role of the account that carries the owner's `Team` tag assume the role, if its own policy allows
 * that too: how an owner's applications come by a role that is made before they are.
 */
export function trustTeam(scope: Scope): Statement {
  return allow("TrustTeam", {
    Principal: { AWS: accountPrincipalArn(scope) },
    Action: ["sts:AssumeRole"],
    Condition: {
      StringEquals: { "aws:PrincipalAccount": scope.account.id, "aws:PrincipalTag/Team": scope.owner },
    },
  });
}

function trust(service: string, conditions: Conditions | undefined): Statement {
  return allow("TrustService", {
    Principal: { Service: `${service}.amazonaws.com` },
    Action: ["sts:AssumeRole"],
    ...(conditions === undefined ? {} : { Condition: conditions }),
  });
}
