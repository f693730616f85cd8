import {
  accountPrincipalArn,
  allow,
  bucketArn,
  deny,
  deploymentRoleArn,
  type Scope,
  type Statement,
  viaService,
} from "../../secure";

/** What marks the use of the key for secrets, as against that for the bucket. */
export const SECRETS_CONTEXT = { name: "purpose", value: "pulumi-secrets" } as const;

/** The accounts from which stacks are deployed: all of the company's. */
function accountIds({ company }: Scope): string[] {
  const { workloads, ...own } = company.accounts;
  return [...Object.values(own), ...Object.values(workloads).map(({ id }) => id)].sort();
}

/** The deployment role of every account of the company. */
export function deploymentRoleArns(scope: Scope): string[] {
  return accountIds(scope).map((id) => deploymentRoleArn({ ...scope, account: { name: id, id } }));
}

/**
 * Every account of the company, as a principal. The roles are matched by condition: S3 and KMS refuse a
 * principal that does not exist yet, and a new account's role is made after its account.
 */
function companyAccounts(scope: Scope): string[] {
  return accountIds(scope).map((id) => accountPrincipalArn({ ...scope, account: { name: id, id } }));
}

/**
 * The state names every resource, and holds every output: only the deployment roles of the company's accounts
 * touch it. The deny also binds whoever administers the shared account.
 */
export function stateBucketStatements(scope: Scope, bucketName: string): Statement[] {
  const bucket = bucketArn(scope, bucketName);
  const byDeploymentRoles = {
    Principal: { AWS: companyAccounts(scope) },
    Condition: { ArnEquals: { "aws:PrincipalArn": deploymentRoleArns(scope) } },
  };
  return [
    allow("AllowDeploymentRolesToFindState", {
      ...byDeploymentRoles,
      Action: ["s3:GetBucketLocation", "s3:ListBucket"],
      Resource: [bucket],
    }),
    allow("AllowDeploymentRolesToUseState", {
      ...byDeploymentRoles,
      Action: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
      Resource: [`${bucket}/*`],
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
      Condition: { ArnNotEquals: { "aws:PrincipalArn": deploymentRoleArns(scope) } },
    }),
  ];
}

/** The key encrypts the bucket, through S3, and the secrets in the state, which Pulumi asks KMS for by itself. */
export function stateKeyStatements(scope: Scope): Statement[] {
  const byDeploymentRoles = { Principal: { AWS: companyAccounts(scope) }, Resource: ["*"] };
  const role = { ArnEquals: { "aws:PrincipalArn": deploymentRoleArns(scope) } };
  return [
    allow("AllowState", {
      ...byDeploymentRoles,
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
      Condition: { ...role, StringEquals: { "kms:ViaService": viaService(scope, "s3") } },
    }),
    allow("AllowSecrets", {
      ...byDeploymentRoles,
      Action: ["kms:Decrypt", "kms:Encrypt"],
      Condition: {
        ...role,
        StringEquals: { [`kms:EncryptionContext:${SECRETS_CONTEXT.name}`]: SECRETS_CONTEXT.value },
      },
    }),
  ];
}
