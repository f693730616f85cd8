import {
  deferred,
  type Element,
  type Finding,
  type Graph,
  type GraphControl,
  isTrue,
  type Node,
  violation,
} from "../../core";
import { judgeEach } from "../judge-each";
import { bucketsOf, partsOf } from "./buckets";
import { judgeDays } from "./lifecycle-days";

const REQUIRED = "enabled rules that expire old versions and abort incomplete uploads";

export const s3BucketLifecycle: GraphControl = {
  kind: "graph",
  name: "s3-bucket-lifecycle",
  description:
    "Every bucket expires old versions, not too soon, and aborts uploads that were never finished; logs are kept as long as log groups keep theirs, and as their own lock.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Old versions and parts of uploads are kept and paid for without end, and data that should be gone is not; what is expired within days cannot be brought back when somebody notices.",
  fix: {
    text: "Give the bucket a BucketLifecycleConfiguration with both rules.",
    code: `new s3.BucketLifecycleConfiguration("data", {
  bucket: bucket.id,
  rules: [
    {
      id: "clean-up",
      status: "Enabled",
      filter: {},
      noncurrentVersionExpiration: { noncurrentDays: 90 },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    },
  ],
});`,
  },
  frameworks: {
    nist: ["CP-9", "SI-12"],
    fsbp: ["S3.10", "S3.13"],
    gdpr: ["5"],
    checkov: ["CKV_AWS_300", "CKV2_AWS_61"],
  },
  check: (graph, { tier }) =>
    judgeEach(bucketsOf(graph), (bucket) => [
      ...judge(graph, bucket),
      ...judgeDays(graph, bucket, bucket, tier),
      ...partsOf(graph, bucket, "LifecycleConfiguration").flatMap((part) =>
        judgeDays(graph, bucket, part, tier),
      ),
    ]),
};

/** Where the rules stand, and what they are called there. */
const INLINE = { noncurrent: "noncurrentVersionExpiration", abort: "abortIncompleteMultipartUploadDays" };
const INLINE_V2 = { ...INLINE, noncurrent: "noncurrentVersionExpirations" };
const PART = {
  noncurrent: "noncurrentVersionExpiration",
  abort: "abortIncompleteMultipartUpload.daysAfterInitiation",
};

function judge(graph: Graph, bucket: Node): readonly Finding[] {
  const parts = partsOf(graph, bucket, "LifecycleConfiguration");
  if (parts.length > 0) return parts.flatMap((part) => judgeRules(part, "rules", PART));
  if (bucket.properties.get("lifecycleRules").state !== "unset") {
    return judgeRules(bucket, "lifecycleRules", bucket.type.includes("bucketV2") ? INLINE_V2 : INLINE);
  }
  return [violation(bucket, "lifecycleConfiguration", "not set", REQUIRED)];
}

function judgeRules(node: Node, property: string, names: typeof INLINE): readonly Finding[] {
  const rules = node.properties.list(property);
  if (rules.state === "unknown") return [deferred(node, property)];
  const enabled =
    rules.state === "known" ? rules.value.filter((rule) => mayBeEnabled(rule) && isForAll(rule)) : [];
  const isSet = (name: string) => enabled.some((rule) => rule.properties.get(name).state !== "unset");
  return (["noncurrent", "abort"] as const).flatMap((which) =>
    isSet(names[which])
      ? []
      : [violation(node, `${property}[].${names[which]}`, "in no enabled rule", REQUIRED)],
  );
}

/** What narrows a rule to some of a bucket's objects; an empty prefix does not. */
const NARROWING = [
  "filter.and",
  "filter.objectSizeGreaterThan",
  "filter.objectSizeLessThan",
  "filter.prefix",
  "filter.tag",
  "prefix",
  "tags",
];

/** Whether a rule is for every object of its bucket. What is not known yet may be an empty prefix. */
function isForAll({ properties }: Element): boolean {
  return NARROWING.every((name) => {
    const value = properties.get(name);
    return value.state !== "known" || value.value === "" || isEmpty(value.value);
  });
}

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

function mayBeEnabled({ properties }: Element): boolean {
  const status = properties.get("status");
  if (status.state === "unset") return isTrueOrUnknown(properties.get("enabled"));
  return status.state === "unknown" || status.value === "Enabled";
}

function isTrueOrUnknown(value: ReturnType<Element["properties"]["get"]>): boolean {
  return value.state === "unknown" || (value.state === "known" && isTrue(value.value));
}
