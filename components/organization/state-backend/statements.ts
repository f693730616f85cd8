import {
  accountPrincipalArn,
  allow,
  backupRoleArn,
  bucketArn,
  deny,
  deploymentRoleArn,
  previewRoleArn,
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

/** The role that only reads, of every account of the company. */
export function previewRoleArns(scope: Scope): string[] {
  return accountIds(scope).map((id) => previewRoleArn({ ...scope, account: { name: id, id } }));
}

/** Holds for callers in one of these roles. */
const inRole = (roleArns: readonly string[]) => ({ ArnEquals: { "aws:PrincipalArn": roleArns } });

/** Holds for callers in none of these roles. */
const inNoRole = (roleArns: readonly string[]) => ({ ArnNotEquals: { "aws:PrincipalArn": roleArns } });

/**
 * Every account of the company, as a principal. The roles are matched by condition: S3 and KMS refuse a
 * principal that does not exist yet, and a new account's role is made after its account.
 */
function companyAccounts(scope: Scope): string[] {
  return accountIds(scope).map((id) => accountPrincipalArn({ ...scope, account: { name: id, id } }));
}

/**
 * The state names every resource, and holds every output: only the deployment roles of the company's accounts
 * write it, and besides them only their preview roles read it, and the account's backups. The denials also bind whoever
 * administers the shared account.
 */
export function stateBucketStatements(scope: Scope, bucketName: string): Statement[] {
  const bucket = bucketArn(scope, bucketName);
  const objects = [`${bucket}/*`];
  const ofCompany = { Principal: { AWS: companyAccounts(scope) } };
  const writers = deploymentRoleArns(scope);
  const readers = [...writers, ...previewRoleArns(scope)];
  const restore = backupRoleArn(scope, "restore");
  return [
    allow("AllowRolesToFindState", {
      ...ofCompany,
      Action: ["s3:GetBucketLocation", "s3:ListBucket"],
      Resource: [bucket],
      Condition: inRole(readers),
    }),
    allow("AllowRolesToReadState", {
      ...ofCompany,
      Action: ["s3:GetObject"],
      Resource: objects,
      Condition: inRole(readers),
    }),
    allow("AllowDeploymentRolesToWriteState", {
      ...ofCompany,
      Action: ["s3:DeleteObject", "s3:PutObject"],
      Resource: objects,
      Condition: inRole(writers),
    }),
    deny("DenyReadsByEveryoneElse", {
      Principal: "*",
      Action: ["s3:GetObject", "s3:GetObjectVersion"],
      Resource: objects,
      Condition: inNoRole([...readers, backupRoleArn(scope, "backup"), restore]),
    }),
    deny("DenyWritesByEveryoneElse", {
      Principal: "*",
      Action: ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObject"],
      Resource: objects,
      Condition: inNoRole([...writers, restore]),
    }),
  ];
}

/**
 * The key encrypts the bucket, through S3, and the secrets in the state, which Pulumi asks KMS for by itself. Preview
 * roles only decrypt: a preview compares the secrets of the state with those of the program.
 */
export function stateKeyStatements(scope: Scope): Statement[] {
  const ofCompany = { Principal: { AWS: companyAccounts(scope) }, Resource: ["*"] };
  const writers = inRole(deploymentRoleArns(scope));
  const readers = inRole(previewRoleArns(scope));
  const throughS3 = { StringEquals: { "kms:ViaService": viaService(scope, "s3") } };
  const forSecrets = {
    StringEquals: { [`kms:EncryptionContext:${SECRETS_CONTEXT.name}`]: SECRETS_CONTEXT.value },
  };
  return [
    allow("AllowState", {
      ...ofCompany,
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
      Condition: { ...writers, ...throughS3 },
    }),
    allow("AllowSecrets", {
      ...ofCompany,
      Action: ["kms:Decrypt", "kms:Encrypt"],
      Condition: { ...writers, ...forSecrets },
    }),
    allow("AllowReadingState", {
      ...ofCompany,
      Action: ["kms:Decrypt"],
      Condition: { ...readers, ...throughS3 },
    }),
    allow("AllowReadingSecrets", {
      ...ofCompany,
      Action: ["kms:Decrypt"],
      Condition: { ...readers, ...forSecrets },
    }),
  ];
}
