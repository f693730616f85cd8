import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  isFalse,
  isTrue,
  mustBe,
  type Node,
  type Tier,
  violation,
} from "../../core";
import { documentOf, unknownParts } from "../../iam/document";
import { judgeEach } from "../judge-each";
import { bucketsOf, isLogTarget, partsOf } from "../storage/buckets";
import { judgeAccessLogging } from "./access-logs";
import { isLogDestination, isLogService, logDestinations, writingStatements } from "./log-destinations";
import { hasLock, judgeLock } from "./object-lock";

/** Of the tiers that want locks, the one that wants the least. */
const LEAST_LOCKED: Tier = "staging";

export const auditBucketHardened: GraphControl = {
  kind: "graph",
  name: "audit-bucket-hardened",
  description:
    "Buckets of audit logs keep versions, lock them as the tier wants, log access themselves, take writes from log services only, and are never emptied by a tool.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "The first thing that an intruder with rights deletes is the record; what is locked and written by AWS's services alone cannot be deleted or forged.",
  fix: {
    text: "Turn on versions, Object Lock and access logging, leave forceDestroy off, and let log services alone write.",
    code: `new s3.BucketObjectLockConfiguration("audit", {
  bucket: bucket.id,
  rule: { defaultRetention: { mode: "COMPLIANCE", days: 2555 } },
});`,
  },
  frameworks: {
    cis: ["4.4"],
    nist: ["AU-2", "AU-12"],
    fsbp: ["CloudTrail.6", "CloudTrail.7", "S3.15"],
    checkov: ["CKV_AWS_93", "CKV_AWS_143"],
  },
  exemptibleInProd: false,
  check: (graph, context) =>
    judgeEach(
      bucketsOf(graph).filter((bucket) => isLogDestination(graph, bucket) || isLogTarget(graph, bucket)),
      (bucket) => judgeBucket(graph, bucket, context),
    ),
};

/** Public access is left to `s3-public-access-block`, which is mandatory for every bucket in every tier. */
function judgeBucket(graph: Graph, bucket: Node, { tier }: Context): readonly Finding[] {
  const isTarget = isLogTarget(graph, bucket);
  return [
    ...mustBe(bucket, "forceDestroy", isFalse, "false", { unset: true }),
    ...judgeVersions(graph, bucket),
    ...judgeWriters(graph, bucket),
    // AWS refuses a lock on targets of access logging, and a log of the log would never end.
    ...(isTarget ? [] : judgeAccessLogging(graph, bucket)),
    ...(isTarget ? [] : judgeLockOf(graph, bucket, tier)),
  ];
}

/**
 * Logs of another stack are kept as its tier wants it, which cannot be told here: where such a bucket is made for locks,
 * its tier is one that wants them.
 */
function judgeLockOf(graph: Graph, bucket: Node, tier: Tier): readonly Finding[] {
  if (logDestinations(graph).includes(bucket)) return judgeLock(graph, bucket, tier);
  return hasLock(graph, bucket) ? judgeLock(graph, bucket, LEAST_LOCKED) : [];
}

function judgeVersions(graph: Graph, bucket: Node): readonly Finding[] {
  const isEnabled = (value: unknown) => value === "Enabled";
  const parts = partsOf(graph, bucket, "Versioning");
  if (parts.length > 0) {
    return parts.flatMap((part) => mustBe(part, "versioningConfiguration.status", isEnabled, '"Enabled"'));
  }
  const inline = ["versioning", "versionings[0]"].find(
    (name) => bucket.properties.get(name).state !== "unset",
  );
  return inline === undefined
    ? [violation(bucket, "versioning", "not set", "a BucketVersioning that is Enabled")]
    : mustBe(bucket, `${inline}.enabled`, isTrue, "true");
}

function judgeWriters(graph: Graph, bucket: Node): readonly Finding[] {
  const later = partsOf(graph, bucket, "Policy").flatMap((holder) =>
    unknownParts(documentOf(holder.properties.get("policy"), "policy")).map((path) => deferred(holder, path)),
  );
  const found = writingStatements(graph, bucket).flatMap(({ holder, statement }) => {
    const others = statement.principals.values.filter((principal) => !isLogService(principal));
    return [
      ...others.map(({ path, value }) =>
        violation(
          holder,
          path,
          `writes by ${value}`,
          "writes by services that deliver logs, and nobody else",
          {
            finding: `Principal::${value}`,
          },
        ),
      ),
      ...(statement.notPrincipals.present
        ? [
            violation(
              holder,
              statement.path,
              "writes by all but a few",
              "writes by services that deliver logs",
            ),
          ]
        : []),
      ...statement.principals.unknown.map((path) => deferred(holder, path)),
    ];
  });
  return [...found, ...later];
}
