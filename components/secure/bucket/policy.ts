import { arn, type Scope } from "../scope";
import { deny, type Statement } from "../policy-document";

/** The ARN of a bucket, which names neither account nor region. */
export function bucketArn(
  scope: Pick<Scope, "partition" | "region" | "account">,
  bucketName: string,
): string {
  return arn(scope, "s3", bucketName, { region: "", account: "" });
}

/** What every bucket refuses, whoever asks: plain HTTP, old TLS, and anyone outside the organization. */
export function perimeterStatements(scope: Scope, bucketName: string): Statement[] {
  const bucket = bucketArn(scope, bucketName);
  const all = { Principal: "*", Action: ["s3:*"], Resource: [bucket, `${bucket}/*`] } as const;
  return [
    deny("DenyPlainHttp", { ...all, Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    deny("DenyOldTls", { ...all, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } }),
    deny("DenyOtherOrganizations", {
      ...all,
      // AWS services act from outside any organization; the next statement holds them to the one they act for.
      Condition: {
        StringNotEqualsIfExists: { "aws:PrincipalOrgID": scope.company.organization.id },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
    }),
    deny("DenyServicesForOtherOrganizations", {
      ...all,
      Condition: {
        StringNotEqualsIfExists: { "aws:SourceOrgID": scope.company.organization.id },
        // Only where the service says for whom it acts: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
        Null: { "aws:SourceAccount": "false" },
        Bool: { "aws:PrincipalIsAWSService": "true" },
      },
    }),
  ];
}

/**
 * What a bucket under a customer key refuses to store: an object encrypted otherwise than by KMS, or with a key
 * of another account, by which data could be held to ransom. An upload that names no encryption gets the
 * bucket's own key. The bucket's key is not named, because its id is not known while a change is previewed;
 * which keys of this account a role may use is up to the keys.
 */
export function encryptionStatements(scope: Scope, bucketName: string): Statement[] {
  const objects = {
    Principal: "*",
    Action: ["s3:PutObject"],
    Resource: [`${bucketArn(scope, bucketName)}/*`],
  } as const;
  // Null keeps these to uploads that name an encryption: a negated condition holds for a missing key too.
  const encryption = "s3:x-amz-server-side-encryption";
  const key = "s3:x-amz-server-side-encryption-aws-kms-key-id";
  return [
    deny("DenyOtherEncryption", {
      ...objects,
      Condition: { Null: { [encryption]: "false" }, StringNotEquals: { [encryption]: "aws:kms" } },
    }),
    deny("DenyKeysOfOtherAccounts", {
      ...objects,
      Condition: { Null: { [key]: "false" }, ArnNotLike: { [key]: arn(scope, "kms", "key/*") } },
    }),
  ];
}
