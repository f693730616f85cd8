import { accountPrincipalArn, allow, type Scope, type Statement, viaService } from "../secure";

/**
 * Lets whoever may make a volume in the account encrypt it with its default key: a default that only some roles
 * could use would break the others. EC2 alone can use it in their name, in this account.
 * https://docs.aws.amazon.com/ebs/latest/userguide/how-ebs-encryption-works.html
 */
export function volumeKeyStatements(scope: Scope): Statement[] {
  const principal = { Principal: { AWS: accountPrincipalArn(scope) }, Resource: ["*"] };
  const throughEc2 = {
    StringEquals: { "kms:CallerAccount": scope.account.id, "kms:ViaService": viaService(scope, "ec2") },
  };
  return [
    allow("AllowVolumes", {
      ...principal,
      Action: [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
      ],
      Condition: throughEc2,
    }),
    allow("AllowVolumeGrants", {
      ...principal,
      Action: ["kms:CreateGrant"],
      Condition: { ...throughEc2, Bool: { "kms:GrantIsForAWSResource": "true" } },
    }),
  ];
}
