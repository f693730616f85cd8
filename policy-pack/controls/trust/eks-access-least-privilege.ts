import {
  deferred,
  type Finding,
  isFalse,
  mustBe,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";

const CLUSTER = "aws:eks/cluster:Cluster";
const ASSOCIATION = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
const ENTRY = "aws:eks/accessEntry:AccessEntry";

/**
 * Policies that make an administrator: of the cluster, or of every namespace when they are given for the whole of it.
 * https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
 */
const CLUSTER_ADMIN = /:cluster-access-policy\/AmazonEKSClusterAdminPolicy$/;
const ADMIN = /:cluster-access-policy\/AmazonEKSAdminPolicy$/;

export const eksAccessLeastPrivilege: ResourceControl = {
  kind: "resource",
  name: "eks-access-least-privilege",
  description:
    "Access to a Kubernetes cluster is given by access entries alone; nobody is its administrator, its creator included.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "The aws-auth map and the creator's hidden right are seen in no review, and a cluster's administrator reads every team's secrets.",
  fix: {
    text: "Use the API for authentication, refuse the creator's right, and associate policies with namespaces.",
    code: `accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
// and for each team:
new eks.AccessPolicyAssociation("fraud", { ..., policyArn: \`arn:\${partition}:eks::aws:cluster-access-policy/AmazonEKSEditPolicy\`, accessScope: { type: "namespace", namespaces: ["fraud"] } });`,
  },
  frameworks: { nist: ["AC-2", "AC-6"] },
  types: [CLUSTER, ASSOCIATION, ENTRY],
  check: (subject) => {
    switch (subject.type) {
      case CLUSTER:
        return judgeCluster(subject);
      case ASSOCIATION:
        return judgeAssociation(subject);
      default:
        return judgeEntry(subject);
    }
  },
};

function judgeCluster(cluster: Subject): readonly Finding[] {
  return [
    ...mustBe(cluster, "accessConfig.authenticationMode", (mode) => mode === "API", '"API"'),
    ...mustBe(cluster, "accessConfig.bootstrapClusterCreatorAdminPermissions", isFalse, "false"),
  ];
}

function judgeAssociation(association: Subject): readonly Finding[] {
  const policy = association.properties.get("policyArn");
  if (policy.state !== "known") return [deferred(association, "policyArn")];
  const arn = String(policy.value);
  const scope = association.properties.get("accessScope.type");
  if (ADMIN.test(arn) && scope.state === "unknown") return [deferred(association, "accessScope.type")];
  const forAll = !(scope.state === "known" && scope.value === "namespace");
  return CLUSTER_ADMIN.test(arn) || (ADMIN.test(arn) && forAll)
    ? [violation(association, "policyArn", policy, "a narrower policy, for the team's namespaces")]
    : [];
}

function judgeEntry(entry: Subject): readonly Finding[] {
  const groups = entry.properties.list("kubernetesGroups");
  if (groups.state === "unknown") return [deferred(entry, "kubernetesGroups")];
  if (groups.state === "unset") return [];
  return groups.value.flatMap(({ path, value }): readonly Finding[] => {
    if (value.state === "unknown") return [deferred(entry, path)];
    return value.state === "known" && /^system:/.test(String(value.value))
      ? [violation(entry, path, value, "a group of your own, bound to what it needs")]
      : [];
  });
}
