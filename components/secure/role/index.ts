import * as pulumi from "@pulumi/pulumi";
import * as iam from "@pulumi/aws/iam";
import { physicalName } from "../names";
import { onceCreated } from "../once-created";
import { renderPolicy, type Statement } from "../policy-document";
import { arn, type Scope } from "../scope";
import { tagsOf } from "../tags";
import { freezeStatement } from "./freeze";

const SECONDS_PER_HOUR = 3600;

export interface RoleArgs {
  readonly scope: Scope;
  /** What the role is for, in kebab case: the last word of its name. */
  readonly purpose: string;
  /** What the role does, for people. */
  readonly description: string;
  /** Who may assume the role, from `trust.ts`. */
  readonly trust: readonly Statement[];
  /** The account's permission boundary, by ARN: what no role of it can exceed. */
  readonly boundaryArn: pulumi.Input<string>;
  /** What the role may do: one policy for each name. @default nothing */
  readonly policies?: Readonly<Record<string, readonly Statement[]>>;
  /** The longest that a session lasts, in hours. @default 1, the shortest that AWS knows */
  readonly sessionHours?: number;
}

/** The ARN of a role, known before the role is. */
export function roleArn(scope: Scope, purpose: string): string {
  return arn(scope, "iam", `role/${physicalName("role", scope, purpose)}`, { region: "" });
}

/**
 * A role under the account's permission boundary, with policies of its own and short sessions. While its owner
 * is leaving, it is frozen: it can do nothing any more.
 */
export class Role extends pulumi.ComponentResource {
  /** The role's name, known at preview. */
  readonly roleName: string;
  /** The role's ARN: resolved once the role and its policies are there. */
  readonly roleArn: pulumi.Output<string>;

  constructor(name: string, args: RoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:secure:Role", name, {}, opts);
    const { scope } = args;
    this.roleName = physicalName("role", scope, args.purpose);

    const role = new iam.Role(
      name,
      {
        name: this.roleName,
        description: args.description,
        assumeRolePolicy: renderPolicy(args.trust),
        permissionsBoundary: args.boundaryArn,
        maxSessionDuration: (args.sessionHours ?? 1) * SECONDS_PER_HOUR,
        tags: tagsOf(scope),
      },
      { parent: this },
    );
    const frozen = scope.offboarding ? { "access-frozen": [freezeStatement()] } : {};
    const policies = Object.entries({ ...args.policies, ...frozen }).map(
      ([policyName, statements]) =>
        new iam.RolePolicy(
          `${name}-${policyName}`,
          { name: policyName, role: role.name, policy: renderPolicy(statements) },
          { parent: this },
        ),
    );

    // SageMaker and Lambda try the role at once: whoever uses the ARN must wait for the policies too.
    this.roleArn = onceCreated(role.arn, policies);
    this.registerOutputs({ roleName: this.roleName, roleArn: this.roleArn });
  }
}
