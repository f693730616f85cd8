import { Role, type RoleArgs } from "@pulumi/aws/iam/role";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { ACCOUNTS, arn, type Tier } from "./account";

/** A role for SageMaker's jobs, bounded and for its own account only; `args` replace parts of it. */
export function jobRole(
  name: string,
  tier: Tier,
  args: Partial<RoleArgs>,
  options: CustomResourceOptions,
): Role {
  return new Role(
    name,
    {
      assumeRolePolicy: trust({
        Principal: { Service: "sagemaker.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceAccount": ACCOUNTS[tier] } },
      }),
      permissionsBoundary: arn("iam", `policy/acme-${tier}-core-permissions-boundary`, {
        account: ACCOUNTS[tier],
        region: "",
      }),
      ...args,
    },
    options,
  );
}

/** A trust policy with one statement. */
export function trust(statement: object): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", ...statement }],
  });
}

/** A policy document with one statement that allows. */
export function allows(statement: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
}
