import { deny, type Statement } from "../policy-document";
import { arn, type Scope } from "../scope";

/**
 * The ARN of a secret as policies name it: Secrets Manager adds a hyphen and six characters of its own.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html
 */
export function secretArnPattern(scope: Scope, secretName: string): string {
  return arn(scope, "secretsmanager", `secret:${secretName}-??????`);
}

/**
 * What a secret's own policy refuses, whatever an IAM policy allows: its value to anyone but the named roles,
 * and everything to anyone outside the organization.
 * @param readers ARNs of the roles that may read the value, which need not exist yet.
 */
export function secretStatements(scope: Scope, readers: readonly string[]): Statement[] {
  // In a secret's policy, this secret.
  const thisSecret = { Principal: "*", Resource: ["*"] } as const;
  return [
    deny("DenyOtherReaders", {
      ...thisSecret,
      Action: ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"],
      Condition: { ArnNotEquals: { "aws:PrincipalArn": readers } },
    }),
    deny("DenyOtherOrganizations", {
      ...thisSecret,
      Action: ["secretsmanager:*"],
      Condition: {
        StringNotEqualsIfExists: { "aws:PrincipalOrgID": scope.company.organization.id },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
    }),
  ];
}
