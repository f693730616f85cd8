import {
  type Element,
  type Finding,
  type Graph,
  type GraphControl,
  isTrue,
  judgeCustomerKey,
  judgeValue,
  type Node,
  deferred,
  violation,
} from "../../core";
import { bucketsOf, isLogTarget, partsOf } from "./buckets";

const PART = "ServerSideEncryptionConfiguration";
const REQUIRED = "default encryption with aws:kms, or aws:kms:dsse, and a customer managed key";

export const s3BucketCmkEncryption: GraphControl = {
  kind: "graph",
  name: "s3-bucket-cmk-encryption",
  description: "Every bucket encrypts with a customer managed KMS key by default, with a bucket key.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "With a key of one's own, reading the data takes a permission on the key as well, and can be cut off and seen; with AWS's key whoever may read the bucket reads it all.",
  fix: {
    text: "Give the bucket a default encryption that names the team's key.",
    code: `new s3.BucketServerSideEncryptionConfiguration("data", {
  bucket: bucket.id,
  rules: [
    {
      applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
      bucketKeyEnabled: true,
    },
  ],
});`,
  },
  frameworks: {
    nist: ["AU-9(3)", "SC-13", "SC-28(1)"],
    fsbp: ["S3.17"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_19", "CKV_AWS_145", "CKV_AWS_186"],
  },
  check: (graph) => {
    const buckets = bucketsOf(graph).filter((bucket) => !isLogTarget(graph, bucket));
    if (buckets.length === 0) return "not-applicable";
    return buckets.flatMap((bucket) => judgeBucket(graph, bucket));
  },
};

/** The resources of its own decide; what stands in the bucket itself counts only where there are none. */
function judgeBucket(graph: Graph, bucket: Node): readonly Finding[] {
  const parts = partsOf(graph, bucket, PART);
  if (parts.length > 0) return parts.flatMap((part) => judgeRules(part, "rules"));
  for (const inline of [
    "serverSideEncryptionConfiguration.rule",
    "serverSideEncryptionConfigurations[0].rules",
  ]) {
    const top = inline.split(/[.[]/)[0] ?? inline;
    if (bucket.properties.get(top).state !== "unset") return judgeRules(bucket, inline);
  }
  return [violation(bucket, "serverSideEncryptionConfiguration", "not set", REQUIRED)];
}

function judgeRules(node: Node, property: string): readonly Finding[] {
  const rules = node.properties.list(property);
  if (rules.state === "unknown") return [deferred(node, property)];
  if (rules.state === "unset" || rules.value.length === 0)
    return [violation(node, property, "no rule", REQUIRED)];
  return rules.value.flatMap((rule) => judgeRule(node, rule));
}

function judgeRule(node: Node, { path, properties }: Element): readonly Finding[] {
  const at = (name: string) => `${path}.${name}`;
  const algorithm = properties.get("applyServerSideEncryptionByDefault.sseAlgorithm");
  const isKms = (value: unknown) => value === "aws:kms" || value === "aws:kms:dsse";
  const wrong = judgeValue(
    node,
    at("applyServerSideEncryptionByDefault.sseAlgorithm"),
    algorithm,
    isKms,
    REQUIRED,
  );
  if (wrong.length > 0) return wrong;
  const key = "applyServerSideEncryptionByDefault.kmsMasterKeyId";
  // Bucket keys are not supported with dual-layer encryption.
  const isDualLayer = algorithm.state === "known" && algorithm.value === "aws:kms:dsse";
  return [
    ...judgeCustomerKey(node, at(key), properties.get(key)),
    ...(isDualLayer
      ? []
      : judgeValue(node, at("bucketKeyEnabled"), properties.get("bucketKeyEnabled"), isTrue, "true")),
  ];
}
