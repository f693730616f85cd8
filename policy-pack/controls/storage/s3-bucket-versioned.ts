import {
  type Finding,
  type Graph,
  type GraphControl,
  isTrue,
  mustBe,
  type Node,
  violation,
} from "../../core";
import { bucketsOf, partsOf } from "./buckets";

export const s3BucketVersioned: GraphControl = {
  kind: "graph",
  name: "s3-bucket-versioned",
  description: "Every bucket keeps the versions of its objects.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Without versions, one wrong delete or overwrite, by accident or by ransom, takes the training data or the model for good.",
  fix: {
    text: "Give the bucket a BucketVersioning that is Enabled.",
    code: `new s3.BucketVersioning("data", {
  bucket: bucket.id,
  versioningConfiguration: { status: "Enabled" },
});`,
  },
  frameworks: {
    nist: ["CP-9", "CP-10", "SI-12"],
    fsbp: ["S3.14"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_21"],
  },
  check: (graph) => {
    const buckets = bucketsOf(graph);
    return buckets.length === 0 ? "not-applicable" : buckets.flatMap((bucket) => judge(graph, bucket));
  },
};

function judge(graph: Graph, bucket: Node): readonly Finding[] {
  const isEnabled = (value: unknown) => value === "Enabled";
  const parts = partsOf(graph, bucket, "Versioning");
  if (parts.length > 0) {
    return parts.flatMap((part) => mustBe(part, "versioningConfiguration.status", isEnabled, '"Enabled"'));
  }
  for (const inline of ["versioning", "versionings[0]"]) {
    if (bucket.properties.get(inline).state !== "unset")
      return mustBe(bucket, `${inline}.enabled`, isTrue, "true");
  }
  return [violation(bucket, "versioning", "not set", "a BucketVersioning that is Enabled")];
}
