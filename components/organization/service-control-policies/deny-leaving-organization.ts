import type { PolicyStatement } from "@pulumi/aws/iam/documents";

/** An account that left the organization would shed every guardrail at once. */
export function denyLeavingOrganization(): PolicyStatement {
  return {
    Sid: "DenyLeavingOrganization",
    Effect: "Deny",
    Action: ["organizations:LeaveOrganization"],
    Resource: "*",
  };
}
