import { type Finding, type Graph, type Node, violation } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { ROLE } from "../../core/resource-types";
import { demands } from "../../iam/condition";
import { allowing, documentOf } from "../../iam/document";
import type { Condition } from "../../iam/statement";
import { rolesNamed } from "./roles";

const INLINE = "aws:iam/rolePolicy:RolePolicy";
const ROLE_ARN = /^arn:[^:]*:iam::[^:]*:role\//;

/**
 * Findings for an inline policy whose statements say by `aws:PrincipalArn` which roles they are for, on a role that is
 * none of these: it allows nothing there, and the role that it was meant for goes without.
 */
export function judgeMeantFor(graph: Graph, policy: Node): readonly Finding[] {
  if (policy.type !== INLINE) return [];
  const [role, ...others] = pointedAtFrom(graph, policy, ["role"], ROLE);
  if (role === undefined || others.length > 0 || role.properties.get("name").state !== "known") return [];
  return allowing(documentOf(policy.properties.get("policy"), "policy"))
    .flatMap(({ conditions }) => conditions)
    .filter((condition) => isForOthers(graph, role, condition))
    .map(({ path, values }) =>
      violation(
        policy,
        "role",
        `role ${role.name}, for which ${path} has no place`,
        `the role that the policy is for: ${values.values.map(({ value }) => value).join(", ")}`,
        { finding: role.name },
      ),
    );
}

/** Whether a condition names roles in full, or by patterns, and a role is not among them. */
function isForOthers(graph: Graph, role: Node, { key, operator, values }: Condition): boolean {
  if (key.toLowerCase() !== "aws:principalarn" || !demands(operator, key)) return false;
  const isTold = values.values.length > 0 && values.unknown.length === 0;
  return (
    isTold &&
    values.values.every(
      ({ value }) =>
        ROLE_ARN.test(value) && !value.includes("${") && !rolesNamed(graph, value).includes(role),
    )
  );
}
