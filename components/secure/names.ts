import type { Scope } from "./scope";

/**
 * The longest names that AWS accepts, by kind.
 * Bucket: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 * Role, policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * Function: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
 * Backup vault and plan: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html
 * SageMaker names: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html
 */
export const NAME_LIMITS = {
  backup: 50,
  bucket: 63,
  role: 64,
  function: 64,
  budget: 100,
  policy: 128,
  alias: 256,
  logGroup: 512,
  secret: 512,
  sagemaker: 63,
  securityGroup: 255,
  subnet: 256,
  loadBalancer: 32,
} as const;

type NameKind = keyof typeof NAME_LIMITS;

/** A name longer than AWS accepts, or with letters that it refuses: a fault of this program, not of its user. */
export class NameError extends Error {}

/**
 * The physical name of what `scope.owner` owns, stable for as long as the owner and purpose are:
 * `acme-dev-fraud-training`. Buckets, whose names are global, end in the account's id.
 * @param purpose What the resource is for, in kebab case.
 * @throws NameError when AWS would refuse the name.
 */
export function physicalName(kind: NameKind, scope: Scope, purpose: string): string {
  const parts = [scope.company.name, scope.environment, scope.owner, purpose];
  const name = (kind === "bucket" ? [...parts, scope.account.id] : parts).join("-");
  const limit = NAME_LIMITS[kind];
  if (name.length > limit) {
    throw new NameError(`The ${kind} name "${name}" has ${name.length} characters; AWS allows ${limit}.`);
  }
  return name;
}
