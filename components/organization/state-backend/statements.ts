import { allow, bucketArn, deny, type Scope, type Statement } from "../../secure";

/** The deployment role of every account of the organization: no account is listed, so that none is forgotten. */
export function deploymentRolePattern(scope: Scope): string {
  return `arn:${scope.partition}:iam::*:role/${scope.company.deploymentRole}`;
}

/**
 * The state names every resource, and holds every output: only deployment roles of the organization touch it.
 * The deny also binds whoever administers the shared account.
 */
export function stateBucketStatements(scope: Scope, bucketName: string): Statement[] {
  const bucket = bucketArn(scope, bucketName);
  const byDeploymentRoles = {
    StringEquals: { "aws:PrincipalOrgID": scope.company.organization.id },
    ArnLike: { "aws:PrincipalArn": deploymentRolePattern(scope) },
  };
  return [
    allow("AllowDeploymentRolesToFindState", {
      Principal: { AWS: "*" },
      Action: ["s3:GetBucketLocation", "s3:ListBucket"],
      Resource: [bucket],
      Condition: byDeploymentRoles,
    }),
    allow("AllowDeploymentRolesToUseState", {
      Principal: { AWS: "*" },
      Action: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
      Resource: [`${bucket}/*`],
      Condition: byDeploymentRoles,
    }),
    deny("DenyEveryoneElse", {
      Principal: "*",
      Action: [
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "s3:GetObject",
        "s3:GetObjectVersion",
        "s3:PutObject",
      ],
      Resource: [`${bucket}/*`],
      Condition: { ArnNotLike: { "aws:PrincipalArn": deploymentRolePattern(scope) } },
    }),
  ];
}

/** The key encrypts the bucket, and the secrets in the state, which Pulumi encrypts and decrypts by itself. */
export function stateKeyStatements(scope: Scope): Statement[] {
  return [
    allow("AllowDeploymentRoles", {
      Principal: { AWS: "*" },
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
      Resource: ["*"],
      Condition: {
        StringEquals: { "aws:PrincipalOrgID": scope.company.organization.id },
        ArnLike: { "aws:PrincipalArn": deploymentRolePattern(scope) },
      },
    }),
  ];
}
