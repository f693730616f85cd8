import * as pulumi from "@pulumi/pulumi";
import type { Scope } from "../secure";
import { attachedPolicy } from "./attached-policy";

export interface AiServicesOptOutArgs {
  /** The management account, which alone administers the organization. */
  readonly scope: Scope;
  /** The ids of the organizational units and accounts that opt out, by name. */
  readonly targets: Readonly<Record<string, string>>;
}

/** Nothing below a policy's target may take it back: no other operator is allowed there. */
const FINAL = { "@@operators_allowed_for_child_policies": ["@@none"] } as const;

/**
 * Every AI service, those that AWS adds later included, keeps its hands off the content.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_syntax.html
 */
export const OPT_OUT_OF_ALL = {
  services: { ...FINAL, default: { ...FINAL, opt_out_policy: { ...FINAL, "@@assign": "optOut" } } },
} as const;

/**
 * AWS's AI services may otherwise keep what they are given, also in other regions, and train on it. Opting out deletes
 * what they have kept. The regions of China have no such policies, and none of these uses:
 * https://docs.amazonaws.cn/en_us/aws/latest/userguide/organizations.html
 */
export class AiServicesOptOut extends pulumi.ComponentResource {
  constructor(name: string, args: AiServicesOptOutArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:organization:AiServicesOptOut", name, {}, opts);
    const { scope, targets } = args;
    if (scope.partition !== "aws-cn") {
      attachedPolicy(
        name,
        {
          scope,
          key: "ai-opt-out",
          type: "AISERVICES_OPT_OUT_POLICY",
          description: "AWS's AI services keep and train on nothing of ours",
          text: JSON.stringify(OPT_OUT_OF_ALL),
          targets,
        },
        { parent: this },
      );
    }
    this.registerOutputs({});
  }
}
