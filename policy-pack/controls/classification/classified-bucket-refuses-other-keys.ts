import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { BUCKETS } from "../../core/resource-types";
import { parseArn } from "../../iam/arn";
import type { Condition } from "../../iam/statement";
import { hasWildcard } from "../../iam/wildcard";
import { judgeEach } from "../judge-each";
import { isLogTarget } from "../storage/buckets";
import { classOf, deferredClass } from "./class-of-data";
import { isAllBut, isFalseOf, isRefusedBy } from "./refusals";
import { isPublicData, mustKeepOthersOut } from "./shared-accounts";
import { coversObjects, policyOfBucket } from "./store-policies";

interface Requirement {
  readonly key: RegExp;
  readonly fits: (value: string) => boolean;
  readonly finding: string;
  readonly required: string;
  /** Whether public data may do without. */
  readonly keepsSecrets: boolean;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms */
const REQUIREMENTS: readonly Requirement[] = [
  {
    key: /^s3:x-amz-server-side-encryption$/i,
    fits: (value) => /^aws:kms(:dsse)?$/.test(value),
    finding: "s3:x-amz-server-side-encryption",
    required: "a Deny for everyone on s3:PutObject with another encryption than aws:kms",
    keepsSecrets: true,
  },
  {
    key: /^s3:x-amz-server-side-encryption-aws-kms-key-id$/i,
    fits: isOfOneAccount,
    finding: "s3:x-amz-server-side-encryption-aws-kms-key-id",
    required: "a Deny for everyone on s3:PutObject with a key of another account",
    keepsSecrets: false,
  },
];

export const classifiedBucketRefusesOtherKeys: GraphControl = {
  kind: "graph",
  name: "classified-bucket-refuses-other-keys",
  description:
    "A bucket with confidential or restricted data, or of a team that shares its account, takes no object that is encrypted without KMS, or by a key of another account.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "The bucket's own encryption is a default: an upload may name another. With a key of a stranger's account the stranger decides who reads the data, and for what ransom.",
  fix: {
    text: "Add both statements to the bucket's policy; uploads that name nothing take the bucket's key.",
    code: `{
  Sid: "DenyOtherEncryption", Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: \`\${bucketArn}/*\`,
  Condition: {
    Null: { "s3:x-amz-server-side-encryption": "false" },
    StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
  },
},
{
  Sid: "DenyKeysOfOtherAccounts", Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: \`\${bucketArn}/*\`,
  Condition: {
    Null: { "s3:x-amz-server-side-encryption-aws-kms-key-id": "false" },
    ArnNotLike: { "s3:x-amz-server-side-encryption-aws-kms-key-id": \`arn:\${partition}:kms:*:\${account}:key/*\` },
  },
}`,
  },
  frameworks: { nist: ["SC-12", "SC-28(1)"], gdpr: ["32"] },
  check: (graph) => {
    const buckets = graph
      .byType(...BUCKETS)
      .filter((bucket) => !isLogTarget(graph, bucket) && mustKeepOthersOut(graph, bucket));
    return judgeEach(buckets, (bucket) =>
      classOf(bucket) === "unknown" ? deferredClass(bucket) : judge(graph, bucket),
    );
  },
};

function judge(graph: Graph, bucket: Node): readonly Finding[] {
  const { blamed, documents, isUnknown } = policyOfBucket(graph, bucket);
  const due = REQUIREMENTS.filter(({ keepsSecrets }) => !(keepsSecrets && isPublicData(bucket)));
  const missing = due.filter(({ key, fits }) => {
    const isOther = (condition: Condition) => isAllBut(condition, key, fits);
    return !isRefusedBy(documents, {
      action: "s3:PutObject",
      covers: coversObjects(bucket),
      accepts: (condition) => isOther(condition) || isFalseOf(condition, /^null$/i, key),
      exempts: isOther,
    });
  });
  if (missing.length === 0) return [];
  if (isUnknown) return [deferred(blamed, "policy")];
  return missing.map(({ finding, required }) =>
    violation(blamed, "policy", `no refusal by ${finding}`, required, { finding }),
  );
}

function isOfOneAccount(key: string): boolean {
  const arn = parseArn(key);
  return arn !== undefined && arn.service === "kms" && arn.account !== "" && !hasWildcard(arn.account);
}
