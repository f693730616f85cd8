import type { PolicyDocument, PolicyStatement } from "@pulumi/aws/iam/documents";

/** What the statements of a service control policy need to know of the company. */
export interface GuardrailFacts {
  readonly partition: string;
  /** The prefix of every physical name. */
  readonly companyName: string;
  readonly deploymentRole: string;
  readonly allowedRegions: readonly string[];
}

/** The deployment role of any account. A pattern, because no guardrail should change when an account is added. */
export function anyDeploymentRole(facts: GuardrailFacts): string {
  return `arn:${facts.partition}:iam::*:role/${facts.deploymentRole}`;
}

/** The condition that spares the deployment role, through which alone the platform is changed. */
export function exceptDeploymentRole(facts: GuardrailFacts) {
  return { ArnNotLike: { "aws:PrincipalArn": anyDeploymentRole(facts) } };
}

/** The longest that AWS Organizations takes: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
export const POLICY_SIZE_LIMIT = 5120;

/** A policy too long for AWS Organizations: a fault of this program, not of its user. */
export class PolicySizeError extends Error {}

/**
 * The text of a service control policy.
 * @throws PolicySizeError when it is longer than AWS takes.
 */
export function policyText(name: string, statements: readonly PolicyStatement[]): string {
  const document: PolicyDocument = { Version: "2012-10-17", Statement: [...statements] };
  const text = JSON.stringify(document);
  if (text.length > POLICY_SIZE_LIMIT) {
    throw new PolicySizeError(
      `The service control policy "${name}" has ${text.length} characters; AWS takes ${POLICY_SIZE_LIMIT}.`,
    );
  }
  return text;
}
