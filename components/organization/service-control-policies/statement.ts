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

/** The text of a service control policy. */
export function policyText(statements: readonly PolicyStatement[]): string {
  const document: PolicyDocument = { Version: "2012-10-17", Statement: [...statements] };
  return JSON.stringify(document);
}
