import { declare, type Declared } from "../support/resources";

/** An account of the made-up company, and its provider. */
export const HOME = "222222222222";
export const AT_HOME = {
  provider: {
    type: "pulumi:providers:aws",
    name: "dev",
    props: { allowedAccountIds: JSON.stringify([HOME]) },
  },
} as const;

/** A managed policy with these statements. */
export function managedPolicy(...statements: readonly unknown[]): Declared {
  return declare("iam/policy:Policy", "access", { policy: { Version: "2012-10-17", Statement: statements } });
}

/** A role with this trust policy's statements, in the home account. */
export function trusting(...statements: readonly unknown[]): Declared {
  const assumeRolePolicy = { Version: "2012-10-17", Statement: statements };
  return declare("iam/role:Role", "training", { assumeRolePolicy }, AT_HOME);
}

/** A bucket with this policy's statements. */
export function bucketPolicy(...statements: readonly unknown[]): Declared {
  return declare("s3/bucketPolicy:BucketPolicy", "data", {
    bucket: "data",
    policy: { Statement: statements },
  });
}

/** A statement that reads one bucket, with parts replaced. */
export const reads = (parts: object = {}): object => ({
  Sid: "Read",
  Effect: "Allow",
  Action: ["s3:GetObject"],
  Resource: ["arn:aws:s3:::acme-data/*"],
  ...parts,
});
