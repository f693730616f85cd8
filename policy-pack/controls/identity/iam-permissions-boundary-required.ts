import {
  deferred,
  type Finding,
  type GraphControl,
  isText,
  type Node,
  type Subject,
  type Value,
  violation,
} from "../../core";
import { allowing, unknownParts } from "../../iam/document";
import { accountOf } from "../../iam/account";
import { isAccountId, parseArn } from "../../iam/arn";
import { principalOf } from "../../iam/principal";
import { trustDocument } from "../../iam/resource-documents";
import type { Statement } from "../../iam/statement";

export const iamPermissionsBoundaryRequired: GraphControl = {
  name: "iam-permissions-boundary-required",
  description:
    "Roles that workloads or people assume carry a permissions boundary, and it is the company's own.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "The boundary is what holds when a policy grants too much by mistake, or a role makes another role; a boundary that allows everything holds nothing.",
  fix: {
    text: "Set permissionsBoundary to the ARN of the account's boundary policy.",
    code: `new iam.Role("training", { assumeRolePolicy, permissionsBoundary: boundary.arn });`,
  },
  frameworks: { nist: ["AC-6", "AC-6(7)"] },
  kind: "graph",
  check: (graph, { settings }) => {
    const roles = graph.byType("aws:iam/role:Role");
    const isOwn = (name: string) =>
      settings.permissionsBoundaries.length === 0 ||
      settings.permissionsBoundaries.some((pattern) => new RegExp(`^(?:${pattern})$`).test(name));
    const judged = roles.filter((role) => hasBoundary(role) || runsWorkloads(role) !== false);
    if (judged.length === 0) return "not-applicable";
    return judged.flatMap((role) =>
      !hasBoundary(role) && runsWorkloads(role) === "unknown"
        ? [deferred(role, "permissionsBoundary")]
        : judgeRole(role, isOwn, settings.permissionsBoundaries),
    );
  },
};

const hasBoundary = (role: Subject): boolean => role.properties.get("permissionsBoundary").state !== "unset";

function judgeRole(role: Node, isOwn: (name: string) => boolean, own: readonly string[]): readonly Finding[] {
  const boundary = role.properties.get("permissionsBoundary");
  const required = `the ARN of ${own.length === 0 ? "the boundary policy" : `a policy named ${own.join(" or ")}`}`;
  if (boundary.state === "unset" || (boundary.state === "known" && !isText(boundary.value))) {
    return [violation(role, "permissionsBoundary", boundary, required)];
  }
  // One that is set but not known yet comes from a policy of the same program, whose name is known.
  const [policy] = role.references("permissionsBoundary");
  const name = boundary.state === "known" ? nameIn(String(boundary.value)) : nameOf(policy);
  if (name !== undefined) {
    const isForeign = boundary.state === "known" && isOfAnotherAccount(String(boundary.value), role);
    const found = isForeign ? String(boundary.value) : name;
    return isOwn(name) && !isForeign ? [] : [violation(role, "permissionsBoundary", found, required)];
  }
  return own.length === 0 ? [] : [deferred(role, "permissionsBoundary")];
}

/** Whether a policy is another account's, which IAM refuses as a boundary, and which would be another's to change. */
function isOfAnotherAccount(policyArn: string, role: Node): boolean {
  const [account, own] = [parseArn(policyArn)?.account ?? "", accountOf(role)];
  return isAccountId(account) && own !== undefined && account !== own;
}

/** The name in a policy's ARN: what comes after the last slash of its path. */
const nameIn = (arn: string): string => (parseArn(arn)?.resource ?? arn).split("/").at(-1) ?? arn;

function nameOf(policy: Node | undefined): string | undefined {
  const name: Value | undefined = policy?.properties.get("name");
  return name?.state === "known" ? String(name.value) : undefined;
}

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
    "amplify",
    "bedrock-agentcore",
    "braket",
    "credentials.deadline",
    "credentials.iot",
    "datapipeline",
    "edgelambda",
    "emr-serverless",
    "gamelift",
    "kafkaconnect",
    "kinesisanalytics",
    "omics",
    "rolesanywhere",
    "tasks.apprunner",
  ].map((name) => `${name}.amazonaws.com`),
);

/** Whether a role can be assumed by people, by other roles, or by a service that runs code. */
function runsWorkloads(role: Subject): boolean | "unknown" {
  const { document } = trustDocument(role);
  const statements = allowing(document);
  if (statements.some(trustsWorkloads)) return true;
  const isUnknown =
    unknownParts(document).length > 0 || statements.some(({ principals }) => principals.unknown.length > 0);
  return isUnknown ? "unknown" : false;
}

const trustsWorkloads = ({ notPrincipals, principals }: Statement): boolean =>
  notPrincipals.present ||
  principals.values.some((written) => {
    const principal = principalOf(written);
    return principal.kind !== "service" || RUN_CODE.has(principal.service.toLowerCase().replace(/\.cn$/, ""));
  });
