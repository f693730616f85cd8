import type { ResourceControl, Subject } from "../../core";
import { mustBe, isText } from "../../core";
import { allowing, unknownParts } from "../../iam/document";
import { principalOf } from "../../iam/principal";
import { trustDocument } from "../../iam/resource-documents";

export const iamPermissionsBoundaryRequired: ResourceControl = {
  name: "iam-permissions-boundary-required",
  description: "Roles that workloads or people assume carry a permissions boundary.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "The boundary is what holds when a policy grants too much by mistake, or a role makes another role.",
  fix: {
    text: "Set permissionsBoundary to the ARN of the account's boundary policy.",
    code: `new iam.Role("training", { assumeRolePolicy, permissionsBoundary: boundary.arn });`,
  },
  frameworks: { nist: ["AC-6", "AC-6(7)"] },
  kind: "resource",
  types: ["aws:iam/role:Role"],
  check: (role) => {
    if (!runsWorkloads(role)) return "not-applicable";
    // One that is set but not known yet comes from a policy of the same program.
    return mustBe(role, "permissionsBoundary", isText, "the ARN of the boundary policy", { unknown: true });
  },
};

/**
 * Services that run what a team wrote, with the role's credentials within its reach. The others, such as VPC Flow
 * Logs or CloudTrail, do one thing of their own with a role.
 */
const RUN_CODE = new Set(
  [
    "sagemaker",
    "ec2",
    "lambda",
    "ecs-tasks",
    "pods.eks",
    "batch",
    "glue",
    "states",
    "codebuild",
    "codepipeline",
    "elasticmapreduce",
    "bedrock",
    "airflow",
    "airflow-env",
    "cloudformation",
    "ssm",
  ].map((name) => `${name}.amazonaws.com`),
);

/** Whether a role can be assumed by people, by other roles, or by a service that runs code. */
function runsWorkloads(role: Subject): boolean {
  const { document } = trustDocument(role);
  if (unknownParts(document).length > 0) return true;
  return allowing(document).some(
    (statement) =>
      statement.principals.unknown.length > 0 ||
      statement.notPrincipals.present ||
      statement.principals.values.some((written) => {
        const principal = principalOf(written);
        return (
          principal.kind !== "service" || RUN_CODE.has(principal.service.toLowerCase().replace(/\.cn$/, ""))
        );
      }),
  );
}
