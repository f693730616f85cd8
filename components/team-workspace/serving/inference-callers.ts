import * as pulumi from "@pulumi/pulumi";
import * as iam from "@pulumi/aws/iam";
import { renderPolicy, roleArn, type Scope } from "../../secure";
import { ROLE_PURPOSES } from "../principals";
import { endpointArn, endpointName } from "./index";
import { invokeStatements } from "./permissions";

export interface InferenceCallersArgs {
  /** The scope of the team that serves. */
  readonly scope: Scope;
  /** The model's name in the config. */
  readonly model: string;
  /**
   * Names of the roles that may call, by team: the teams' roles for calling endpoints, in the endpoint's account; as
   * outputs of the workspaces that own them, so that they exist first.
   */
  readonly callers: Readonly<Record<string, pulumi.Input<string>>>;
}

/**
 * Who may call an endpoint: one policy for each caller, owned by the team that serves and attached to the
 * caller's role, so that a grant changes no resource of any other team. The policy names the role too, so that on any
 * other it allows nothing.
 */
export class InferenceCallers extends pulumi.ComponentResource {
  constructor(name: string, args: InferenceCallersArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:team-workspace:InferenceCallers", name, {}, opts);
    const { scope } = args;
    for (const [team, role] of Object.entries(args.callers)) {
      const caller = roleArn({ ...scope, owner: team }, ROLE_PURPOSES.inferenceClient);
      const policy = renderPolicy(invokeStatements(scope, endpointArn(scope, args.model), caller));
      new iam.RolePolicy(
        `${name}-${team}`,
        { name: `invoke-${endpointName(scope, args.model)}`, role, policy },
        { parent: this },
      );
    }
    this.registerOutputs({});
  }
}
