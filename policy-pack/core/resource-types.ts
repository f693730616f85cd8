/** Buckets, under both of their type tokens. Directory buckets, which differ in much, are not among them. */
export const BUCKETS: readonly string[] = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];

export const ROLE = "aws:iam/role:Role";

/** What stands above every resource of a stack. */
export const STACK = "pulumi:pulumi:Stack";

/** What gives another stack's outputs. */
export const STACK_REFERENCE = "pulumi:pulumi:StackReference";
