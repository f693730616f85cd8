import { allow, type Scope, type Statement } from "../../secure";
import { teamBucketArn, type BucketPurpose } from "../buckets";

/**
 * Lets a role list and read a team's bucket.
 * @param prefix Only what is below it, without a slash at its end. @default the whole bucket
 */
export function readObjects(scope: Scope, purpose: BucketPurpose, prefix?: string): Statement[] {
  const bucket = teamBucketArn(scope, purpose);
  const below = prefix === undefined ? "*" : `${prefix}/*`;
  return [
    allow(sid("List", purpose), {
      Action: ["s3:ListBucket"],
      Resource: [bucket],
      ...(prefix === undefined ? {} : { Condition: { StringLike: { "s3:prefix": [prefix, below] } } }),
    }),
    allow(sid("Read", purpose), { Action: ["s3:GetObject"], Resource: [`${bucket}/${below}`] }),
  ];
}

/** Lets a role write to a team's bucket. */
export function writeObjects(scope: Scope, purpose: BucketPurpose, prefix?: string): Statement {
  const below = prefix === undefined ? "*" : `${prefix}/*`;
  return allow(sid("Write", purpose), {
    Action: ["s3:PutObject"],
    Resource: [`${teamBucketArn(scope, purpose)}/${below}`],
  });
}

function sid(verb: string, purpose: BucketPurpose): string {
  return `${verb}${purpose.charAt(0).toUpperCase()}${purpose.slice(1)}`;
}
