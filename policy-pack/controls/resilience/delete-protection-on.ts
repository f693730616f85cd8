import {
  deferred,
  type Finding,
  isTrue,
  mustBe,
  type ResourceControl,
  type Subject,
  type Tier,
  violation,
} from "../../core";

type Judge = (subject: Subject, tier: Tier) => readonly Finding[];

const on = (subject: Subject, ...properties: readonly string[]): readonly Finding[] =>
  properties.flatMap((property) => mustBe(subject, property, isTrue, "true"));

const judgeLoadBalancer: Judge = (balancer) => [
  ...on(balancer, "enableDeletionProtection"),
  ...mustSpanZones(balancer, ["subnets", "subnetMappings"]),
];

/** Databases, of which every kind calls it the same. */
const DATABASES = [
  "aws:docdb/cluster:Cluster",
  "aws:docdb/globalCluster:GlobalCluster",
  "aws:neptune/cluster:Cluster",
  "aws:neptune/globalCluster:GlobalCluster",
  "aws:neptunegraph/graph:Graph",
  "aws:rds/cluster:Cluster",
  "aws:rds/globalCluster:GlobalCluster",
  "aws:rds/instance:Instance",
];

/** What each type must say. Unset, every one of these switches is off. */
const JUDGES: Readonly<Record<string, Judge>> = {
  ...Object.fromEntries(
    DATABASES.map((type): [string, Judge] => [type, (database) => on(database, "deletionProtection")]),
  ),
  "aws:dsql/cluster:Cluster": (cluster) => on(cluster, "deletionProtectionEnabled"),
  "aws:eks/cluster:Cluster": (cluster) => on(cluster, "deletionProtection"),
  "aws:lb/loadBalancer:LoadBalancer": judgeLoadBalancer,
  "aws:alb/loadBalancer:LoadBalancer": judgeLoadBalancer,
  "aws:networkfirewall/firewall:Firewall": (firewall) => [
    ...on(firewall, "deleteProtection", "subnetChangeProtection", "firewallPolicyChangeProtection"),
    ...mustSpanZones(firewall, ["subnetMappings", "availabilityZoneMappings"]),
  ],
  "aws:cloudwatch/logGroup:LogGroup": (group, tier) =>
    tier === "prod" ? on(group, "deletionProtectionEnabled") : [],
};

export const deleteProtectionOn: ResourceControl = {
  kind: "resource",
  name: "delete-protection-on",
  description:
    "Clusters, databases, load balancers and firewalls, and in prod log groups, are protected from deletion; balancers and firewalls span two zones.",
  severity: "medium",
  levels: { dev: "disabled", staging: "advisory", prod: "mandatory" },
  why: "Whoever deletes the firewall is past it, whoever deletes the logs is not seen, and one failed zone takes the service with it.",
  fix: {
    text: "Turn the protection on, and name subnets of at least two zones.",
    code: `new networkfirewall.Firewall("egress", {
  ...,
  deleteProtection: true,
  subnetChangeProtection: true,
  firewallPolicyChangeProtection: true,
});
new cloudwatch.LogGroup("training", { ..., deletionProtectionEnabled: true });`,
  },
  frameworks: {
    nist: ["CP-2", "CP-1", "CP-2(5)", "SC-22", "SC-5(2)"],
    fsbp: ["RDS.7", "RDS.8", "ELB.6", "ELB.13", "NetworkFirewall.9", "NetworkFirewall.10"],
    checkov: ["CKV_AWS_139", "CKV_AWS_293", "CKV_AWS_150", "CKV_AWS_344"],
  },
  types: Object.keys(JUDGES),
  check: (subject, { tier }) => JUDGES[subject.type]?.(subject, tier) ?? "not-applicable",
};

/** AWS takes one subnet of a zone only, so that two subnets are two zones. */
function mustSpanZones(subject: Subject, properties: readonly string[]): readonly Finding[] {
  const [first = ""] = properties;
  const lists = properties.map((property) => subject.properties.list(property));
  const longest = Math.max(...lists.map((list) => (list.state === "known" ? list.value.length : 0)));
  if (longest >= 2) return [];
  if (lists.some((list) => list.state === "unknown")) return [deferred(subject, first)];
  return [violation(subject, first, `${longest} of them`, "subnets of two zones or more")];
}
