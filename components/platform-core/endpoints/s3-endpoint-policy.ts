import { allow, type Statement } from "../../secure";

/** What workloads do with objects. */
const OBJECT_ACTIONS = [
  "s3:AbortMultipartUpload",
  "s3:DeleteObject",
  "s3:GetBucketLocation",
  "s3:GetObject",
  "s3:GetObjectTagging",
  "s3:GetObjectVersion",
  "s3:ListBucket",
  "s3:ListBucketMultipartUploads",
  "s3:ListMultipartUploadParts",
  "s3:PutObject",
  "s3:PutObjectTagging",
];

/**
 * What may pass the S3 gateway endpoint: the organization's principals to the organization's buckets, and
 * everybody to the bucket in which ECR keeps image layers, which belongs to AWS.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
 */
export function s3EndpointPolicy(partition: string, region: string, organizationId: string): Statement[] {
  return [
    allow("AllowOrganizationPrincipalsToOrganizationBuckets", {
      Principal: { AWS: "*" },
      Action: OBJECT_ACTIONS,
      // Which buckets is said by the condition: an organization's buckets have no common ARN.
      Resource: ["*"],
      Condition: {
        StringEquals: { "aws:PrincipalOrgID": organizationId, "aws:ResourceOrgID": organizationId },
      },
    }),
    allow("AllowImageLayersOfEcr", {
      // ECR hands out addresses that it signed itself: the principal is never one of the organization's.
      Principal: "*",
      Action: ["s3:GetObject"],
      Resource: [`arn:${partition}:s3:::prod-${region}-starport-layer-bucket/*`],
    }),
  ];
}
