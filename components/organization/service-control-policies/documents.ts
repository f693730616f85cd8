import type { PolicyStatement } from "@pulumi/aws/iam/documents";
import { denyDisablingSecurityServices } from "./deny-disabling-security-services";
import { denyLeavingOrganization } from "./deny-leaving-organization";
import { denyOpeningNetwork } from "./deny-opening-network";
import { denyOtherRegions } from "./deny-other-regions";
import { denyPublicSharing } from "./deny-public-sharing";
import { denyRootUser } from "./deny-root-user";
import { protectDeploymentRole } from "./protect-deployment-role";
import { protectLogArchive } from "./protect-log-archive";
import { requireSagemakerCustomerKeys } from "./require-sagemaker-customer-keys";
import { requireSagemakerIsolation } from "./require-sagemaker-isolation";
import { requireSagemakerVpc } from "./require-sagemaker-vpc";
import type { GuardrailFacts } from "./statement";

/** What an account is for, which decides the guardrails that bind it. */
export type GuardrailTarget = "workloads" | "logArchive" | "tooling";

export interface Guardrail {
  readonly description: string;
  readonly targets: readonly GuardrailTarget[];
  readonly statements: (facts: GuardrailFacts) => readonly PolicyStatement[];
}

/**
 * The service control policies, by name. Statements are gathered in few policies, because AWS attaches five at
 * most to one target, its own FullAWSAccess among them.
 */
export const GUARDRAILS: Readonly<Record<string, Guardrail>> = {
  foundation: {
    description: "Accounts stay in the organization, recorded, private, and changed by the deployment role",
    targets: ["workloads", "logArchive", "tooling"],
    statements: (facts) => [
      denyLeavingOrganization(),
      denyRootUser(facts),
      denyDisablingSecurityServices(facts),
      denyOpeningNetwork(facts),
      ...denyPublicSharing(facts),
      protectDeploymentRole(facts),
    ],
  },
  regions: {
    description: "Nothing is made outside the company's regions",
    targets: ["workloads", "logArchive", "tooling"],
    statements: (facts) => [denyOtherRegions(facts)],
  },
  "machine-learning": {
    description: "SageMaker runs in the company's network, isolated, and under its keys",
    targets: ["workloads"],
    statements: () => [
      ...requireSagemakerVpc(),
      ...requireSagemakerIsolation(),
      ...requireSagemakerCustomerKeys(),
    ],
  },
  "log-archive": {
    description: "Nobody deletes audit logs, and only the deployment role changes their bucket",
    targets: ["logArchive"],
    statements: protectLogArchive,
  },
};
