import type { PolicyStatement } from "@pulumi/aws/iam/documents";
import type { GuardrailFacts } from "./statement";

/** The root user of a member account cannot be limited by its own policies, and nothing here needs it. */
export function denyRootUser(facts: GuardrailFacts): PolicyStatement {
  return {
    Sid: "DenyRootUser",
    Effect: "Deny",
    Action: "*",
    Resource: "*",
    Condition: { ArnLike: { "aws:PrincipalArn": `arn:${facts.partition}:iam::*:root` } },
  };
}
