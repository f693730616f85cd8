import type { Statement } from "../iam/statement";
import { coversAction } from "../iam/wildcard";

/**
 * Buckets that belong to AWS and hold what its services hand out, by addresses which they sign themselves: image layers
 * of ECR, and SageMaker's own models.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 * https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-foundation-models-use.html
 */
const BUCKETS =
  /^arn:[a-z-]+:s3:::(prod-[a-z0-9-]+-starport-layer-bucket|jumpstart-cache-prod-[a-z0-9-]+)\/\*$/;

/** Whether a statement does nothing but read from buckets of AWS's own. */
export function onlyReadsAwsBuckets({ actions, resources }: Statement): boolean {
  return (
    actions.values.length > 0 &&
    resources.values.length > 0 &&
    actions.unknown.length + resources.unknown.length === 0 &&
    actions.values.every(({ value }) => coversAction(value, "s3:GetObject") && !value.includes("*")) &&
    resources.values.every(({ value }) => BUCKETS.test(value))
  );
}
