import { judgeEach } from "../judge-each";
import type { Finding, GraphControl } from "../../core";
import { violation } from "../../core";
import { type AttachedPolicy, attachedPolicies } from "../../iam/attachments";

/** Another control's, which is mandatory everywhere. */
const ADMINISTRATORS = /^(AdministratorAccess(-.+)?|IAMFullAccess)$/;

/** Names under which AWS grants a whole service, all services, or all data to read. */
const BROAD =
  /(FullAccess|PowerUser.*|^ReadOnlyAccess|^AmazonEC2RoleforSSM|^AmazonElasticMapReduceforEC2Role)$/;

/**
 * Policies that AWS made for one purpose and that are no service role's: each was read, and grants neither data nor rights.
 * AWSSupportAccess is the one that the CIS benchmark wants somebody to have.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const NARROW = new Set([
  "AWSBillingReadOnlyAccess",
  "AWSSupportAccess",
  "AWSXRayDaemonWriteAccess",
  "AmazonEC2ContainerRegistryPullOnly",
  "AmazonEC2ContainerRegistryReadOnly",
  "AmazonEKSClusterPolicy",
  "AmazonEKSFargatePodExecutionRolePolicy",
  "AmazonEKSVPCResourceController",
  "AmazonEKSWorkerNodeMinimalPolicy",
  "AmazonEKSWorkerNodePolicy",
  "AmazonEKS_CNI_Policy",
  "AmazonSSMManagedInstanceCore",
  "CloudWatchAgentServerPolicy",
  "CloudWatchLambdaInsightsExecutionRolePolicy",
  "EC2InstanceProfileForImageBuilder",
  "SecurityAudit",
]);

export const iamNoBroadManagedPolicies: GraphControl = {
  name: "iam-no-broad-managed-policies",
  description: "Of AWS's own policies only service-role ones and a few narrow ones are attached.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "AmazonSageMakerFullAccess and its like reach every bucket with a common word in its name, and AWS widens them without asking.",
  fix: {
    text: "Write a policy with the actions and resources that are used, and attach that.",
    code: `new iam.RolePolicy("training-reads-data", { role: training.name, policy: leastPrivilege });`,
  },
  frameworks: { cis: ["2.20"], nist: ["AC-6"], checkov: ["CKV_AWS_274"] },
  kind: "graph",
  check: (graph) => judgeEach(attachedPolicies(graph), judge),
};

function judge({ node, property, arn }: AttachedPolicy): readonly Finding[] {
  const [, path = "", name = ""] = /^arn:[^:]+:iam::aws:policy\/(.*\/)?([^/]+)$/.exec(arn) ?? [];
  if (name === "" || ADMINISTRATORS.test(name)) return [];
  const forService = path === "service-role/" || path === "aws-service-role/";
  if (!BROAD.test(name) && (forService || NARROW.has(name))) return [];
  return [
    violation(node, property, arn, "a policy of your own that grants what is used", {
      finding: `Policy::${name}`,
    }),
  ];
}
