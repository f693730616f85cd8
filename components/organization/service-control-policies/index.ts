import * as pulumi from "@pulumi/pulumi";
import type { Scope } from "../../secure";
import { attachedPolicy } from "../attached-policy";
import { GUARDRAILS, type GuardrailTarget } from "./documents";
import { policyText } from "./statement";

export interface ServiceControlPoliciesArgs {
  /** The management account, which alone administers the organization. */
  readonly scope: Scope;
  /** The organizational units and accounts that are bound, by name: their ids, and what they are for. */
  readonly targets: Readonly<Record<string, { readonly id: string; readonly kind: GuardrailTarget }>>;
}

/**
 * What nobody may do in an account of the organization, its administrators included. The management account is
 * bound by none: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
export class ServiceControlPolicies extends pulumi.ComponentResource {
  constructor(name: string, args: ServiceControlPoliciesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:organization:ServiceControlPolicies", name, {}, opts);
    const { scope } = args;
    const facts = {
      partition: scope.partition,
      companyName: scope.company.name,
      deploymentRole: scope.company.deploymentRole,
      allowedRegions: scope.company.regions.allowed,
    };

    for (const [key, { description, targets, statements }] of Object.entries(GUARDRAILS)) {
      const bound = Object.entries(args.targets).filter(([, { kind }]) => targets.includes(kind));
      attachedPolicy(
        name,
        {
          scope,
          key,
          type: "SERVICE_CONTROL_POLICY",
          description,
          text: policyText(statements(facts)),
          targets: Object.fromEntries(bound.map(([target, { id }]) => [target, id])),
        },
        { parent: this },
      );
    }

    this.registerOutputs({});
  }
}
