import type { Context } from "../contract/control";
import type { Graph } from "../contract/subject";
import { remembering } from "../core/remembering";
import { BUCKETS } from "../core/resource-types";

/** Whether a bucket, by its name, is one of the stack or another of the company's. */
export function isOwnBucket(graph: Graph, name: string, context: Context): boolean {
  return isBucketOfStack(graph, name) || isTrustedBucket(name, context);
}

export function isBucketOfStack(graph: Graph, name: string): boolean {
  return graph.identifiedBy(name, ...BUCKETS).length > 0;
}

/**
 * Whether a bucket is one that the settings list for the tier. A bucket's name and ARN say nothing of its account, so that
 * where they list none, nothing tells the company's buckets from others, and none is refused.
 */
export function isTrustedBucket(name: string, { settings, tier }: Context): boolean {
  const patterns = settings.trustedBuckets[tier] ?? [];
  return patterns.length === 0 || patterns.some((pattern) => whole(pattern).test(name));
}

const whole = remembering((pattern) => new RegExp(`^(?:${pattern})$`));

/**
 * The name of a bucket, however a property speaks of it: as a name, with or without a prefix behind it, an ARN, an
 * `s3://` location or an address of S3's. Undefined for what is none of these.
 */
export function bucketNamed(text: string): string | undefined {
  const match =
    /^(?:s3|s3a|s3n):\/\/([^/]+)/.exec(text) ??
    /^arn:[a-z-]+:s3:::([^/]+)/.exec(text) ??
    /^(?:https:\/\/)?([a-z0-9.-]+)\.s3[.-][a-z0-9.-]*amazonaws\.com(?:\.cn)?(?:\/|$)/.exec(text) ??
    /^https:\/\/s3[.-][a-z0-9.-]*amazonaws\.com(?:\.cn)?\/([^/]+)/.exec(text) ??
    /^([a-z0-9][a-z0-9._-]{1,62})(?:\/|$)/i.exec(text);
  return match?.[1];
}
