import * as pulumi from "@pulumi/pulumi";
import { renderPolicy, type Scope } from "../../secure";
import { attachedPolicy } from "../attached-policy";
import { dataPerimeterStatements } from "./data-perimeter";

export interface ResourceControlPoliciesArgs {
  /** The management account, which alone administers the organization. */
  readonly scope: Scope;
  /** The ids of the organizational units and accounts whose resources are closed, by name. */
  readonly targets: Readonly<Record<string, string>>;
}

/**
 * Whom the resources of the organization's accounts never let in, whatever their own policies say. Resources of the
 * management account are not reached, nor are service-linked roles and keys of AWS:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export class ResourceControlPolicies extends pulumi.ComponentResource {
  constructor(name: string, args: ResourceControlPoliciesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:organization:ResourceControlPolicies", name, {}, opts);
    const { scope, targets } = args;
    attachedPolicy(
      name,
      {
        scope,
        key: "data-perimeter",
        type: "RESOURCE_CONTROL_POLICY",
        description: "Data, keys, secrets and roles are closed to everyone outside the organization",
        text: renderPolicy(dataPerimeterStatements(scope.company.organization.id)),
        targets,
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
