import { parseArn } from "../iam/arn";
import type { Statement } from "../iam/statement";
import { coversAction } from "../iam/wildcard";

/** A region of AWS, as names of buckets end in it: a name that anybody can register is none of AWS's. */
const REGION = "(af|ap|ca|cn|eu|il|me|mx|sa|us)(-gov|-iso[a-z]?)?-[a-z]+-[1-9]";

/**
 * Buckets that belong to AWS and hold what its services hand out: image layers of ECR, SageMaker's own models, packages of
 * its Linux, tools of Systems Manager, CloudWatch and Image Builder, and where CloudFormation waits for an answer.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 * https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-foundation-models-use.html
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html
 * https://github.com/aws-samples/data-perimeter-policy-examples/blob/main/service_owned_resources.md
 */
const NAMES = new RegExp(
  `^(${[
    "prod-REGION-starport-layer-bucket",
    "jumpstart-cache-prod-REGION",
    "al2023-REGION",
    "al2023-repos-REGION-de612dc2",
    "amazonlinux-2-repos-REGION",
    "(amazonlinux|packages|repo)\\.REGION(\\.emr)?\\.amazonaws\\.com",
    "amazon-ssm(-packages)?-REGION",
    "aws-ssm(-distributor-file|-document-attachments)?-REGION",
    "aws-patchmanager-macos-REGION",
    "aws-windows-downloads-REGION",
    "patch-baseline-snapshot-REGION",
    "REGION-birdwatcher-prod",
    "session-manager-downloads",
    "amazoncloudwatch-agent(-REGION)?",
    "aws-codedeploy-REGION",
    "aws-ec2-enclave-certificate-REGION-prod",
    "aws-neptune-notebook(-REGION)?",
    "cloudformation-examples",
    "cloudformation-custom-resource-response-[a-z]{4,}[1-9]",
    "cloudformation-waitcondition-REGION",
    "ec2imagebuilder-(toe|managed-resources)-REGION-prod",
    "elasticbeanstalk-(env-resources|platform-assets|samples)-REGION",
  ]
    .join("|")
    .replaceAll("REGION", REGION)})$`,
);

/** Whether a bucket, by its name, is one of AWS's own. */
export const isAwsBucket = (name: string): boolean => NAMES.test(name);

/** Whether a statement does nothing but read from buckets of AWS's own, which is asked for by addresses that AWS signs, or by nobody. */
export function onlyReadsAwsBuckets({ actions, resources }: Statement): boolean {
  return (
    actions.values.length > 0 &&
    resources.values.length > 0 &&
    actions.unknown.length + resources.unknown.length === 0 &&
    actions.values.every(({ value }) => coversAction(value, "s3:GetObject") && !value.includes("*")) &&
    resources.values.every(({ value }) => isObjectOfAws(value))
  );
}

function isObjectOfAws(resource: string): boolean {
  const arn = parseArn(resource);
  const [bucket = "", object] = arn?.resource.split("/") ?? [];
  return arn?.service === "s3" && arn.account === "" && object !== undefined && isAwsBucket(bucket);
}
