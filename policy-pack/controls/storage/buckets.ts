import type { Graph, Node } from "../../contract/subject";
import { rememberingFor } from "../../core/remembering";
import { BUCKETS } from "../../core/resource-types";

const LOAD_BALANCERS = ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"] as const;

/** Buckets, under both of their type tokens. Directory buckets have no public access, versions or ACLs. */
export function bucketsOf(graph: Graph): readonly Node[] {
  return graph.byType(...BUCKETS);
}

const PARTS = [
  "PublicAccessBlock",
  "ServerSideEncryptionConfiguration",
  "Versioning",
  "LifecycleConfiguration",
  "OwnershipControls",
  "Acl",
  "Policy",
  "WebsiteConfiguration",
  "Logging",
] as const;

/** What a bucket's settings are declared as, in resources of their own. */
export type BucketPart = (typeof PARTS)[number];

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
  return logTargets(graph)(bucket);
}

const logTargets = rememberingFor((graph: Graph) =>
  rememberingFor((bucket: Node) =>
    [bucket, ...PARTS.flatMap((part) => partsOf(graph, bucket, part))].some((node) => takesLogs(graph, node)),
  ),
);

/** A name may come by way of one of the bucket's parts, as `bucketPolicy.bucket`, so that delivery waits for it. */
function takesLogs(graph: Graph, node: Node): boolean {
  return (
    graph.pointingTo(node, "targetBucket", ...partTypes("Logging")).length > 0 ||
    graph.pointingTo(node, "logging.targetBucket", ...BUCKETS).length > 0 ||
    graph.pointingTo(node, "loggings[0].targetBucket", ...BUCKETS).length > 0 ||
    graph.pointingTo(node, "accessLogs.bucket", ...LOAD_BALANCERS).length > 0 ||
    graph.pointingTo(node, "connectionLogs.bucket", ...LOAD_BALANCERS).length > 0
  );
}
