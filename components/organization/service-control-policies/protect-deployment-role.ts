import type { PolicyStatement } from "@pulumi/aws/iam/documents";
import { anyDeploymentRole, type GuardrailFacts } from "./statement";

/**
 * The deployment role may change anything in its account, so that nobody in the account may change the role,
 * itself included. It is changed from the management account, which no service control policy binds.
 */
export function protectDeploymentRole(facts: GuardrailFacts): PolicyStatement {
  return {
    Sid: "ProtectDeploymentRole",
    Effect: "Deny",
    Action: [
      "iam:AttachRolePolicy",
      "iam:DeleteRole",
      "iam:DeleteRolePermissionsBoundary",
      "iam:DeleteRolePolicy",
      "iam:DetachRolePolicy",
      "iam:PutRolePermissionsBoundary",
      "iam:PutRolePolicy",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
    ],
    Resource: [anyDeploymentRole(facts)],
  };
}
