import { deferred, type Finding, type Graph, isTrue, type Node, type Tier, violation } from "../../core";

/** How long and how firmly audit logs are locked, by tier. In dev they need no lock. */
export const AUDIT_LOCK: Readonly<
  Record<Tier, { readonly modes: readonly string[]; readonly days: number } | undefined>
> = {
  dev: undefined,
  staging: { modes: ["GOVERNANCE", "COMPLIANCE"], days: 365 },
  prod: { modes: ["COMPLIANCE"], days: 2555 },
};

const CONFIGURATIONS = [
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
];

/** Findings for a bucket whose objects are not locked as the tier wants it. */
export function judgeLock(graph: Graph, bucket: Node, tier: Tier): readonly Finding[] {
  const lock = AUDIT_LOCK[tier];
  if (lock === undefined) return [];
  const required = `a default retention of ${lock.modes.join(" or ")}, for ${lock.days} days or more`;
  const [holder] = graph.pointingTo(bucket, "bucket", ...CONFIGURATIONS);
  const node = holder ?? bucket;
  const rule =
    holder === undefined ? "objectLockConfiguration.rule.defaultRetention" : "rule.defaultRetention";
  const retention = ruleOf(node, rule);
  if (node.properties.get(retention).state === "unset") {
    return [violation(node, holder === undefined ? "objectLockConfiguration" : rule, "not set", required)];
  }
  const mode = node.properties.get(`${retention}.mode`);
  const days = daysOf(node, retention);
  if (mode.state === "unknown" || days === "unknown") return [deferred(node, retention)];
  const isFirm = mode.state === "known" && lock.modes.includes(String(mode.value)) && days >= lock.days;
  return isFirm ? [] : [violation(node, retention, node.properties.get(retention), required)];
}

/** The inline block is an object on buckets, and lists on the older type. */
function ruleOf(node: Node, path: string): string {
  const listed = "objectLockConfiguration.rules[0].defaultRetentions[0]";
  return node.properties.get(listed).state === "unset" ? path : listed;
}

function daysOf(node: Node, retention: string): number | "unknown" {
  const days = node.properties.get(`${retention}.days`);
  const years = node.properties.get(`${retention}.years`);
  if (days.state === "unknown" || years.state === "unknown") return "unknown";
  if (days.state === "known") return Number(days.value);
  return years.state === "known" ? Number(years.value) * 365 : 0;
}

/** The days for which a bucket locks each object by default; 0 where it does not, or they are not known yet. */
export function lockedDays(graph: Graph, bucket: Node): number {
  const [holder] = graph.pointingTo(bucket, "bucket", ...CONFIGURATIONS);
  const rule =
    holder === undefined ? "objectLockConfiguration.rule.defaultRetention" : "rule.defaultRetention";
  const days = daysOf(holder ?? bucket, ruleOf(holder ?? bucket, rule));
  return days === "unknown" ? 0 : days;
}

/** Whether a bucket locks its objects at all. */
export function hasLock(graph: Graph, bucket: Node): boolean {
  const enabled = bucket.properties.get("objectLockEnabled");
  return (
    (enabled.state === "known" && isTrue(enabled.value)) ||
    enabled.state === "unknown" ||
    bucket.properties.get("objectLockConfiguration").state !== "unset" ||
    graph.pointingTo(bucket, "bucket", ...CONFIGURATIONS).length > 0
  );
}
