import * as pulumi from "@pulumi/pulumi";
import {
  bucketArn,
  deny,
  deploymentRoleArn,
  physicalName,
  SecureBucket,
  type Scope,
  type Statement,
} from "../secure";

/** A team's buckets: what it learns from, what its jobs produce, and the models that it serves. */
export const BUCKET_PURPOSES = ["data", "output", "models"] as const;
export type BucketPurpose = (typeof BUCKET_PURPOSES)[number];

/** The ARN of one of a team's buckets, known before the bucket is. */
export function teamBucketArn(scope: Scope, purpose: BucketPurpose): string {
  return bucketArn(scope, physicalName("bucket", scope, purpose));
}

/**
 * Keeps everyone but the team away from its objects, whatever their own policies allow: by the `Team` tag, so
 * that nothing here changes when another team comes or goes. The deployment makes and releases, but never reads.
 */
export function teamOnlyStatements(scope: Scope, purpose: BucketPurpose): Statement[] {
  const objects = { Principal: "*", Resource: [`${teamBucketArn(scope, purpose)}/*`] } as const;
  const otherTeams = {
    StringNotEqualsIfExists: { "aws:PrincipalTag/Team": scope.owner },
    BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
  };
  return [
    deny("DenyReadsByOthers", {
      ...objects,
      Action: ["s3:GetObject", "s3:GetObjectVersion"],
      Condition: otherTeams,
    }),
    deny("DenyWritesByOthers", {
      ...objects,
      Action: ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObject"],
      Condition: { ...otherTeams, ArnNotEquals: { "aws:PrincipalArn": deploymentRoleArn(scope) } },
    }),
  ];
}

export interface TeamBucketArgs {
  readonly scope: Scope;
  readonly purpose: BucketPurpose;
  readonly keyArn: pulumi.Input<string>;
  readonly accessLogBucketName: pulumi.Input<string>;
}

/** One of a team's buckets, closed to everyone else. */
export function teamBucket(
  name: string,
  args: TeamBucketArgs,
  opts: pulumi.ComponentResourceOptions,
): SecureBucket {
  const statements = teamOnlyStatements(args.scope, args.purpose);
  return new SecureBucket(name, { ...args, statements, goesWithOwner: true }, opts);
}
