import { deferred, type Finding, type Graph, type Node, type Value, violation } from "../../core";
import { join } from "../../core";
import { leavesOf } from "../../core/walk";
import { BUCKETS } from "../../core/resource-types";
import { parseArn } from "../../iam/arn";
import { type Boundary, judgeAccount } from "./boundary";

/** Types that replicate buckets, and the input with the rules. */
const REPLICATIONS: Readonly<Record<string, string>> = {
  "aws:s3/bucket:Bucket": "replicationConfiguration",
  "aws:s3/bucketV2:BucketV2": "replicationConfigurations",
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": "rules",
};

/** Where one rule sends objects: the bucket, and the account that is to own the copies. */
interface Destination {
  readonly path: string;
  readonly bucket: Value;
  readonly account: Value;
}

/** Every resource that replicates a bucket. */
export function replicationsOf(graph: Graph): readonly Node[] {
  return graph
    .byType(...Object.keys(REPLICATIONS))
    .filter((node) => node.properties.get(REPLICATIONS[node.type] ?? "").state !== "unset");
}

/**
 * Findings for the destinations of a bucket's replication. A bucket's ARN names neither account nor region: either the
 * bucket is one of this stack, where its region is judged, or the rule says in which of the company's accounts it is.
 */
export function judgeReplication(graph: Graph, node: Node, boundary: Boundary): readonly Finding[] {
  const input = REPLICATIONS[node.type] ?? "";
  const rules = node.properties.get(input);
  if (rules.state === "unknown") return [deferred(node, input)];
  return destinationsIn(rules, input).flatMap((destination) =>
    judgeDestination(graph, node, input, destination, boundary),
  );
}

function destinationsIn(rules: Value, input: string): readonly Destination[] {
  const leaves = leavesOf(rules, input);
  return leaves
    .filter(({ path }) => /destinations?(\[\d+\])?\.bucket$/.test(path))
    .map(({ path, value }) => {
      const owner = path.replace(/\.bucket$/, "");
      const account = leaves.find((leaf) =>
        ["account", "accountId"].some((name) => leaf.path === join(owner, name)),
      );
      return { path, bucket: value, account: account?.value ?? { state: "unset" } };
    });
}

function judgeDestination(
  graph: Graph,
  node: Node,
  input: string,
  { path, bucket, account }: Destination,
  boundary: Boundary,
): readonly Finding[] {
  if (account.state !== "unset") {
    return judgeAccount(node, path.replace(/bucket$/, "account"), account, boundary);
  }
  if (isOfStack(graph, node, input, bucket)) return [];
  if (bucket.state === "unknown") return [deferred(node, path)];
  return [
    violation(node, path, bucket, "a bucket of this stack, or `account` with an account of the company"),
  ];
}

function isOfStack(graph: Graph, node: Node, input: string, bucket: Value): boolean {
  if (bucket.state === "unknown") {
    return node.references(input).some((other) => BUCKETS.some((type) => type === other.type));
  }
  const text = bucket.state === "known" ? String(bucket.value) : "";
  const name = parseArn(text)?.resource ?? text;
  return [text, name].some((each) => graph.identifiedBy(each, ...BUCKETS).length > 0);
}
