import type * as inputs from "@pulumi/aws/types/input";

/** Days after which an upload that was never completed is thrown away. */
const INCOMPLETE_UPLOAD_DAYS = 7;

/** How long a bucket keeps what it holds. */
export interface Lifecycle {
  /** Days that a replaced or deleted version can still be brought back. @default 90 */
  readonly noncurrentDays?: number;
  /** Days after which an object expires. @default never */
  readonly expirationDays?: number;
}

/** A bucket's lifecycle rules: one, for all of its objects. */
export function lifecycleRules(lifecycle: Lifecycle): inputs.s3.BucketLifecycleConfigurationRule[] {
  return [
    {
      id: "expire",
      status: "Enabled",
      filter: { prefix: "" },
      noncurrentVersionExpiration: { noncurrentDays: lifecycle.noncurrentDays ?? 90 },
      abortIncompleteMultipartUpload: { daysAfterInitiation: INCOMPLETE_UPLOAD_DAYS },
      ...(lifecycle.expirationDays === undefined ? {} : { expiration: { days: lifecycle.expirationDays } }),
    },
  ];
}
