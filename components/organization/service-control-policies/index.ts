import * as organizations from "@pulumi/aws/organizations";
import * as pulumi from "@pulumi/pulumi";
import { physicalName, type Scope, tagsOf } from "../../secure";
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

    for (const [key, guardrail] of Object.entries(GUARDRAILS)) {
      const policy = new organizations.Policy(
        `${name}-${key}`,
        {
          name: physicalName("policy", scope, key),
          description: guardrail.description,
          type: "SERVICE_CONTROL_POLICY",
          content: policyText(key, guardrail.statements(facts)),
          tags: tagsOf(scope),
        },
        { parent: this },
      );
      for (const [target, { id, kind }] of Object.entries(args.targets)) {
        if (!guardrail.targets.includes(kind)) continue;
        new organizations.PolicyAttachment(
          `${name}-${key}-${target}`,
          { policyId: policy.id, targetId: id },
          { parent: this },
        );
      }
    }

    this.registerOutputs({});
  }
}
