import type { Context, Finding } from "../contract/control";
import type { Subject } from "../contract/subject";
import type { Value } from "../contract/value";
import { isText, violation } from "../core/findings";
import { leavesNamed } from "../core/walk";
import { isTrustedBucket } from "../topology/own-buckets";

/** The names that inputs and arguments give to places in S3. */
export const LOCATION_NAMES = [
  "artifactStoreUri",
  "destinationS3Uri",
  "manifestS3Uri",
  "modelDataUrl",
  "outputS3Uri",
  "s3FailurePath",
  "s3OutputPath",
  "s3Uri",
].flatMap((name) => [name, name.charAt(0).toUpperCase() + name.slice(1)]);

/** Buckets that AWS fills for everybody to read: their content is nobody's here. */
const PUBLIC_BUCKETS =
  /^(sagemaker-sample-|sagemaker-example-|jumpstart-cache-prod-|jumpstart-private-cache-prod-)/;

/** The bucket of a location in S3; undefined when it is none, or says no bucket. */
export function bucketOf(location: string): string | undefined {
  const match =
    /^s3:\/\/([^/]+)/.exec(location) ??
    /^https:\/\/([a-z0-9.-]+)\.s3[.-][a-z0-9.-]*amazonaws\.com/.exec(location);
  return match?.[1];
}

/** Whether a location is in a bucket of the company, and of the tier at hand where the settings tell tiers apart. */
export function isInPerimeter(location: string, context: Context): boolean {
  const bucket = bucketOf(location);
  if (bucket === undefined || PUBLIC_BUCKETS.test(bucket)) return false;
  return isTrustedBucket(bucket, context);
}

/** Findings for one location that is known. */
export function judgeLocation(
  subject: Pick<Subject, "urn">,
  path: string,
  value: Value,
  context: Context,
): readonly Finding[] {
  if (value.state !== "known") return [];
  if (isText(value.value) && isInPerimeter(value.value, context)) return [];
  const bucket = isText(value.value) ? bucketOf(value.value) : undefined;
  return [
    violation(subject, path, value, `a location in a bucket of the company's own, for ${context.tier}`, {
      finding: `Bucket::${bucket ?? "none"}`,
    }),
  ];
}

/**
 * Findings for every known location inside a value. One that is chosen at run time is bounded by the permissions of
 * the job's role, which other controls judge.
 */
export function judgeLocationsIn(
  subject: Pick<Subject, "urn">,
  value: Value,
  path: string,
  context: Context,
): readonly Finding[] {
  return leavesNamed(value, path, LOCATION_NAMES).flatMap((leaf) =>
    judgeLocation(subject, leaf.path, leaf.value, context),
  );
}
