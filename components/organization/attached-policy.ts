import * as organizations from "@pulumi/aws/organizations";
import type * as pulumi from "@pulumi/pulumi";
import { physicalName, type Scope, tagsOf } from "../secure";
import { fittingText, type PolicyType } from "./policy-size";

export interface AttachedPolicyArgs {
  /** The management account, which alone administers the organization. */
  readonly scope: Scope;
  /** What the policy is for, in kebab case: the last word of its names. */
  readonly key: string;
  readonly type: PolicyType;
  /** What the policy does, for people. */
  readonly description: string;
  /** The policy's JSON. */
  readonly text: string;
  /** The ids of the organizational units and accounts that are bound, by name. */
  readonly targets: Readonly<Record<string, string>>;
}

/**
 * Makes a policy of the organization, and attaches it.
 * @param name Prefix of the resources' logical names.
 * @throws PolicySizeError when the text is longer than AWS takes.
 */
export function attachedPolicy(
  name: string,
  args: AttachedPolicyArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  const { scope, key, type } = args;
  const policy = new organizations.Policy(
    `${name}-${key}`,
    {
      name: physicalName("policy", scope, key),
      description: args.description,
      type,
      content: fittingText(type, key, args.text),
      tags: tagsOf(scope),
    },
    opts,
  );
  for (const [target, targetId] of Object.entries(args.targets)) {
    new organizations.PolicyAttachment(`${name}-${key}-${target}`, { policyId: policy.id, targetId }, opts);
  }
}
