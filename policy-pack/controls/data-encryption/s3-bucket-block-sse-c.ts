import {
  deferred,
  type Element,
  type Finding,
  type Graph,
  type GraphControl,
  type Node,
  violation,
} from "../../core";
import { coversObjects, policyOfBucket, type StorePolicy } from "../classification/store-policies";
import { isFalseOf, isRefusedBy } from "../classification/refusals";
import { allParts, bucketsOf, partsOf } from "../storage/buckets";

const PART = "ServerSideEncryptionConfiguration";
const REQUIRED = 'a list with "SSE-C"';
/** Where a bucket itself may hold its encryption, which the provider takes without the list. */
const INLINE = ["serverSideEncryptionConfiguration", "serverSideEncryptionConfigurations"];

export const s3BucketBlockSseC: GraphControl = {
  kind: "graph",
  name: "s3-bucket-block-sse-c",
  description: "No bucket takes uploads that are encrypted with a key that only the caller has (SSE-C).",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "With stolen credentials and SSE-C an attacker overwrites the data under a key that nobody else has, and asks for ransom.",
  fix: {
    text: "Block SSE-C in every rule of the bucket's encryption, as a resource of its own; or refuse it in the bucket's policy.",
    code: `new s3.BucketServerSideEncryptionConfiguration("data", {
  bucket: bucket.id,
  rules: [{ ..., blockedEncryptionTypes: ["SSE-C"] }],
});`,
  },
  frameworks: { nist: ["SC-12", "SC-28"] },
  check: (graph) => {
    const configurations = allParts(graph, PART);
    const inline = bucketsOf(graph).filter(
      (bucket) => partsOf(graph, bucket, PART).length === 0 && isInline(bucket),
    );
    if (configurations.length + inline.length === 0) return "not-applicable";
    const refused = new Set(
      bucketsOf(graph)
        .filter((bucket) => refuses(bucket, policyOfBucket(graph, bucket)))
        .flatMap((bucket) => partsOf(graph, bucket, PART)),
    );
    return [
      ...configurations.filter((one) => !refused.has(one)).flatMap(judgeConfiguration),
      ...inline.flatMap((bucket) => judgeInline(graph, bucket)),
    ];
  },
};

function judgeConfiguration(configuration: Node): readonly Finding[] {
  const rules = configuration.properties.list("rules");
  if (rules.state === "unknown") return [deferred(configuration, "rules")];
  if (rules.state === "unset" || rules.value.length === 0)
    return [violation(configuration, "rules", "no rule", `a rule with blockedEncryptionTypes, ${REQUIRED}`)];
  return rules.value.flatMap((rule) => judgeRule(configuration, rule));
}

/**
 * AWS blocks SSE-C by itself for buckets made since April 2026, not for all older ones; only the list says it for
 * both. https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html
 */
function judgeRule(configuration: Node, rule: Element): readonly Finding[] {
  const property = `${rule.path}.blockedEncryptionTypes`;
  const types = rule.properties.list("blockedEncryptionTypes");
  if (types.state === "unknown") return [deferred(configuration, property)];
  if (types.state === "unset") return [violation(configuration, property, types, REQUIRED)];
  if (types.value.some(({ value }) => value.state === "known" && value.value === "SSE-C")) return [];
  if (types.value.some(({ value }) => value.state === "unknown")) return [deferred(configuration, property)];
  return [violation(configuration, property, rule.properties.get("blockedEncryptionTypes"), REQUIRED)];
}

const isInline = ({ properties }: Node): boolean =>
  INLINE.some((name) => {
    const list = properties.list(name);
    return list.state === "unknown" || (list.state === "known" && list.value.length > 0);
  });

function judgeInline(graph: Graph, bucket: Node): readonly Finding[] {
  const property = INLINE.find((name) => bucket.properties.get(name).state !== "unset") ?? PART;
  const policy = policyOfBucket(graph, bucket);
  if (refuses(bucket, policy)) return [];
  if (policy.isUnknown) return [deferred(policy.blamed, "policy")];
  const required = `a Bucket${PART} with blockedEncryptionTypes, ${REQUIRED}, or a policy that refuses them`;
  return [violation(bucket, property, "nothing against uploads with the caller's key", required)];
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html */
const CUSTOMER_KEY = /^s3:x-amz-server-side-encryption-customer-algorithm$/i;

function refuses(bucket: Node, { documents }: StorePolicy): boolean {
  return isRefusedBy(documents, {
    action: "s3:PutObject",
    covers: coversObjects(bucket),
    accepts: (condition) => isFalseOf(condition, /^null$/i, CUSTOMER_KEY),
  });
}
