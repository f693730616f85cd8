import { type Finding, type GraphControl, isTrue, mustBe, type Node, violation } from "../../core";
import { allParts, bucketsOf, partsOf } from "./buckets";

const FLAGS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;
const ALL_FOUR = "true, for all four of them";

export const s3PublicAccessBlock: GraphControl = {
  kind: "graph",
  name: "s3-public-access-block",
  description: "Every bucket, access point and account blocks public access with all four switches.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "One public ACL or policy is enough for anyone on the internet to read the training data; each switch closes a way that the others leave open.",
  fix: {
    text: "Give the bucket a BucketPublicAccessBlock with all four switches on.",
    code: `new s3.BucketPublicAccessBlock("data", {
  bucket: bucket.id,
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
});`,
  },
  frameworks: {
    cis: ["3.1.4"],
    nist: ["AC-3", "AC-4(21)", "AC-6", "SC-7", "SC-7(3)"],
    fsbp: ["S3.1", "S3.8", "S3.19"],
    gdpr: ["25", "32"],
    checkov: ["CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56", "CKV2_AWS_6"],
  },
  exemptibleInProd: false,
  check: (graph) => {
    const buckets = bucketsOf(graph);
    const blocks = allParts(graph, "PublicAccessBlock");
    const accounts = graph.byType("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock");
    const points = graph.byType(
      "aws:s3/accessPoint:AccessPoint",
      "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
    );
    if (buckets.length + blocks.length + accounts.length + points.length === 0) return "not-applicable";
    return [
      ...buckets
        .filter((bucket) => partsOf(graph, bucket, "PublicAccessBlock").length === 0)
        .map(withoutBlock),
      ...[...blocks, ...accounts].flatMap((node) =>
        FLAGS.flatMap((flag) => mustBe(node, flag, isTrue, ALL_FOUR)),
      ),
      ...points.flatMap(judgeAccessPoint),
    ];
  },
};

function withoutBlock(bucket: Node): Finding {
  return violation(
    bucket,
    "publicAccessBlock",
    "no BucketPublicAccessBlock",
    "a BucketPublicAccessBlock with all four switches on",
  );
}

/** An access point blocks everything unless it is told otherwise, so only what is switched off is a violation. */
function judgeAccessPoint(point: Node): readonly Finding[] {
  const block = point.type.startsWith("aws:s3control/")
    ? "details.publicAccessBlock"
    : "publicAccessBlockConfiguration";
  return FLAGS.flatMap((flag) => mustBe(point, `${block}.${flag}`, isTrue, ALL_FOUR, { unset: true }));
}
