import type { Finding } from "../contract/control";
import type { Subject } from "../contract/subject";
import type { Value } from "../contract/value";
import { isText, judgeValue, mustBe } from "./findings";

/**
 * Words by which services call a key that AWS owns, where a customer's is named otherwise:
 * https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Namespace.html
 */
const AWS_OWNED = /^(AWS_OWNED(_KMS)?_KEY|S3_MANAGED_KEY)$/i;

/**
 * Whether a key's id, ARN or alias can be a customer's. AWS's own keys have aliases under `alias/aws/`, a prefix
 * that nobody else may use: https://docs.aws.amazon.com/kms/latest/developerguide/alias-about.html
 */
export function mayBeCustomerKey(value: unknown): boolean {
  return isText(value) && !/(^|:)alias\/aws\//.test(value) && !AWS_OWNED.test(value);
}

const CUSTOMER_KEY = "the ARN of a customer managed KMS key";

/**
 * Findings when a property does not name a customer key. A key that is set but not known yet is fine: it comes
 * from a resource of the same program, and AWS's own keys are not resources; its name is judged once it is known.
 */
export function mustBeCustomerKey(subject: Subject, property: string): readonly Finding[] {
  return mustBe(subject, property, mayBeCustomerKey, CUSTOMER_KEY, { unknown: true });
}

/** `mustBeCustomerKey` for a value that was read already. */
export function judgeCustomerKey(
  subject: Pick<Subject, "urn">,
  property: string,
  value: Value,
): readonly Finding[] {
  return judgeValue(subject, property, value, mayBeCustomerKey, CUSTOMER_KEY, { unknown: true });
}
