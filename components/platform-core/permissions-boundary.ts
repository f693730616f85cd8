import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { arn, physicalName, renderPolicy, type Scope, tagsOf } from "../secure";
import { boundaryStatements } from "./permissions-boundary-statements";

const PURPOSE = "permissions-boundary";

/** The ARN of an account's permissions boundary, known before the policy is. */
export function permissionsBoundaryArn(scope: Scope): string {
  return arn(scope, "iam", `policy/${physicalName("policy", scope, PURPOSE)}`, { region: "" });
}

/** The policy that no role of the account can exceed, whatever its own policies say. */
export class PermissionsBoundary extends pulumi.ComponentResource {
  /** The policy's ARN: resolved once it is there. */
  readonly policyArn: pulumi.Output<string>;

  constructor(name: string, args: { readonly scope: Scope }, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:platform-core:PermissionsBoundary", name, {}, opts);
    const { scope } = args;
    const policy = new iam.Policy(
      name,
      {
        name: physicalName("policy", scope, PURPOSE),
        description: "What no role of this account can exceed",
        policy: renderPolicy(boundaryStatements(scope)),
        tags: tagsOf(scope),
      },
      { parent: this },
    );
    this.policyArn = policy.arn;
    this.registerOutputs({ policyArn: this.policyArn });
  }
}
