import { arn, type Scope } from "./scope";

type Place = Pick<Scope, "partition" | "region" | "account">;

/** The role that the providers assume in the scope's account: it exists before anything else does. */
export function deploymentRoleArn(scope: Place & Pick<Scope, "company">): string {
  return arn(scope, "iam", `role/${scope.company.deploymentRole}`, { region: "" });
}

/** The role that only reads, which the providers assume for previews of changes that nobody has approved yet. */
export function previewRoleArn(scope: Place & Pick<Scope, "company">): string {
  return arn(scope, "iam", `role/${scope.company.previewRole}`, { region: "" });
}

/** The account itself, as a principal: it allows nobody by itself, it lets IAM policies allow. */
export function accountPrincipalArn(scope: Place): string {
  return arn(scope, "iam", "root", { region: "" });
}

/**
 * The host name by which KMS knows the service that asks in someone's name.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 * @param service The service's prefix, such as `s3`.
 */
export function viaService(scope: Place, service: string): string {
  return `${service}.${scope.region}.${scope.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"}`;
}
