import type { Scope } from "../scope";
import { allow, type Statement } from "../policy-document";
import { accountPrincipalArn, deploymentRoleArn, viaService } from "../principals";

/** What a role may do with a key itself; `none` leaves it the grants to AWS services. */
export type KeyAccess = "encrypt" | "decrypt" | "encrypt-and-decrypt" | "none";

/** Use of a key by roles of its own account. */
export interface KeyUse {
  /** ARNs of the roles, which need not exist yet. Their own policies must allow the same. */
  readonly roles: readonly string[];
  /** Prefixes of the services through which alone the roles may use the key, such as `s3`. */
  readonly services: readonly string[];
  readonly access: KeyAccess;
  /** Whether AWS services may be given a grant in the roles' name, as for volumes of jobs. @default false */
  readonly grants?: boolean;
}

/** S3 asks for a data key; SageMaker checks for `kms:Encrypt` before it names a key to S3. */
const ACTIONS: Readonly<Record<KeyAccess, readonly string[]>> = {
  encrypt: ["kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
  decrypt: ["kms:Decrypt", "kms:DescribeKey"],
  "encrypt-and-decrypt": ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
  none: [],
};

/** The actions of a kind of access. */
export function keyActions(access: KeyAccess): readonly string[] {
  return ACTIONS[access];
}

/** Administration without use: no action here reads or writes data, or hands out a grant. */
const ADMINISTRATION = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListKeyRotations",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:RevokeGrant",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];

/** In a key policy, this key: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html */
const THIS_KEY = ["*"];

/**
 * Who administers a key: the deployment role, and, should that role be lost, the account's root user, who can
 * only mend the policy. The deployment role is named as a principal because it makes the key: KMS refuses a
 * policy under which its author could not change it again.
 */
export function administrationStatements(scope: Scope): Statement[] {
  return [
    allow("AllowAdministration", {
      Principal: { AWS: deploymentRoleArn(scope) },
      Action: ADMINISTRATION,
      Resource: THIS_KEY,
    }),
    allow("AllowRecoveryByRootUser", {
      Principal: { AWS: accountPrincipalArn(scope) },
      Action: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:PutKeyPolicy"],
      Resource: THIS_KEY,
      // The root user alone; no IAM policy can hand this on.
      Condition: { StringEquals: { "aws:PrincipalType": "Account" } },
    }),
  ];
}

/**
 * Lets roles use a key, by their ARN in a condition rather than as principals: KMS refuses a principal that does
 * not exist yet, and replaces one that was deleted by an id that nothing matches any more. Because the principal
 * is the account, a role also needs an IAM policy that allows the same: two locks.
 * @param sid Unique in the key's policy.
 */
export function useStatements(scope: Scope, sid: string, use: KeyUse): Statement[] {
  const byRoles = { ArnEquals: { "aws:PrincipalArn": use.roles } };
  const ofAccount = { "kms:CallerAccount": scope.account.id };
  const principal = { Principal: { AWS: accountPrincipalArn(scope) }, Resource: THIS_KEY };
  const direct = allow(`Allow${sid}`, {
    ...principal,
    Action: keyActions(use.access),
    Condition: {
      StringEquals: {
        ...ofAccount,
        "kms:ViaService": use.services.map((service) => viaService(scope, service)),
      },
      ...byRoles,
    },
  });
  const grants = allow(`Allow${sid}Grants`, {
    ...principal,
    Action: ["kms:CreateGrant"],
    // Only a service that encrypts a resource may be the grant's holder, not a role of someone's choice.
    Condition: { StringEquals: ofAccount, Bool: { "kms:GrantIsForAWSResource": "true" }, ...byRoles },
  });
  return [...(use.access === "none" ? [] : [direct]), ...(use.grants === true ? [grants] : [])];
}
