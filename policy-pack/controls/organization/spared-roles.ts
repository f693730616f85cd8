import type { Graph } from "../../core";
import { matchesPattern } from "../../iam/wildcard";
import { type Guardrail, holdsWhen, sparesNamedRoles } from "./guardrail";
import { denials, policiesOfType } from "./guardrails";

/** All by which a role gets other rights, or other people. */
const CHANGES = [
  "iam:AttachRolePolicy",
  "iam:DeleteRole",
  "iam:DeleteRolePermissionsBoundary",
  "iam:DeleteRolePolicy",
  "iam:DetachRolePolicy",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateRole",
];

/**
 * Roles that nobody in an account can change anyway: those of AWS, and those that Control Tower protects by itself.
 * https://docs.aws.amazon.com/controltower/latest/controlreference/mandatory-controls.html
 */
const PROTECTED =
  /:role\/(aws-service-role\/|aws-reserved\/|aws-controltower-|stacksets-exec-|.*AWSControlTower)/;

/** A role that guardrails spare is a hole in them for everybody who can change the role. */
export function sparedRoleGuardrails(graph: Graph): readonly Guardrail[] {
  const spared = policiesOfType(graph, "SERVICE_CONTROL_POLICY")
    .flatMap(denials)
    .flatMap(({ conditions }) => conditions.filter(sparesNamedRoles))
    .flatMap(({ values }) => values.values.map(({ value }) => value))
    .filter((role, i, all) => all.indexOf(role) === i && !PROTECTED.test(role));
  return spared.map((role) => ({
    finding: "spared-roles",
    required: `a Deny on changing ${role}, which other guardrails spare`,
    actions: CHANGES,
    fits: (statement) =>
      holdsWhen(statement, []) && statement.resources.values.some(({ value }) => matchesPattern(value, role)),
  }));
}
