import {
  deferred,
  type Element,
  type Finding,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";

const REQUIRED = 'a list with "SSE-C"';

export const s3BucketBlockSseC: ResourceControl = {
  kind: "resource",
  name: "s3-bucket-block-sse-c",
  description: "No bucket takes uploads that are encrypted with a key that only the caller has (SSE-C).",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "With stolen credentials and SSE-C an attacker overwrites the data under a key that nobody else has, and asks for ransom.",
  fix: {
    text: "Block SSE-C in every rule of the bucket's encryption.",
    code: `new s3.BucketServerSideEncryptionConfiguration("data", {
  bucket: bucket.id,
  rules: [{ ..., blockedEncryptionTypes: ["SSE-C"] }],
});`,
  },
  frameworks: { nist: ["SC-12", "SC-28"] },
  types: [
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
  ],
  check: (configuration) => {
    const rules = configuration.properties.list("rules");
    if (rules.state === "unknown") return [deferred(configuration, "rules")];
    if (rules.state === "unset" || rules.value.length === 0) {
      return [
        violation(configuration, "rules", "no rule", `a rule with blockedEncryptionTypes, ${REQUIRED}`),
      ];
    }
    return rules.value.flatMap((rule) => judgeRule(configuration, rule));
  },
};

/**
 * AWS blocks SSE-C by itself for buckets made since April 2026, not for all older ones; only the list says it for
 * both. https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html
 */
function judgeRule(configuration: Subject, rule: Element): readonly Finding[] {
  const property = `${rule.path}.blockedEncryptionTypes`;
  const types = rule.properties.list("blockedEncryptionTypes");
  if (types.state === "unknown") return [deferred(configuration, property)];
  if (types.state === "unset") return [violation(configuration, property, types, REQUIRED)];
  if (types.value.some(({ value }) => value.state === "known" && value.value === "SSE-C")) return [];
  if (types.value.some(({ value }) => value.state === "unknown")) return [deferred(configuration, property)];
  return [violation(configuration, property, rule.properties.get("blockedEncryptionTypes"), REQUIRED)];
}
