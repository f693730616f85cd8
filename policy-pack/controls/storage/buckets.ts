import type { Graph, Node } from "../../contract/subject";
import { pointsTo } from "../../core/graph";

/** Buckets, under both of their type tokens. Directory buckets have no public access, versions or ACLs. */
export function bucketsOf(graph: Graph): readonly Node[] {
  return graph.byType("aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2");
}

/** What a bucket's settings are declared as, in resources of their own. */
export type BucketPart =
  | "PublicAccessBlock"
  | "ServerSideEncryptionConfiguration"
  | "Versioning"
  | "LifecycleConfiguration"
  | "OwnershipControls"
  | "Acl"
  | "Policy"
  | "WebsiteConfiguration"
  | "Logging";

const partTypes = (part: BucketPart): readonly string[] => [
  `aws:s3/bucket${part}:Bucket${part}`,
  `aws:s3/bucket${part}V2:Bucket${part}V2`,
];

/** All resources of a part, whichever bucket they are of. */
export function allParts(graph: Graph, part: BucketPart): readonly Node[] {
  return graph.byType(...partTypes(part));
}

/** The resources of a part that belong to a bucket. */
export function partsOf(graph: Graph, bucket: Node, part: BucketPart): readonly Node[] {
  return graph.pointingTo(bucket, "bucket", ...partTypes(part));
}

/**
 * Whether a bucket takes S3 server access logs or load balancer logs. AWS delivers those only to a bucket that is
 * encrypted with SSE-S3: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export function isLogTarget(graph: Graph, bucket: Node): boolean {
  return (
    allParts(graph, "Logging").some((node) => pointsTo(node, "targetBucket", bucket)) ||
    bucketsOf(graph).some((node) => logsInlineTo(node, bucket)) ||
    graph
      .byType("aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer")
      .some(
        (node) =>
          pointsTo(node, "accessLogs.bucket", bucket) || pointsTo(node, "connectionLogs.bucket", bucket),
      )
  );
}

function logsInlineTo(node: Node, bucket: Node): boolean {
  return pointsTo(node, "logging.targetBucket", bucket) || pointsTo(node, "loggings[0].targetBucket", bucket);
}
