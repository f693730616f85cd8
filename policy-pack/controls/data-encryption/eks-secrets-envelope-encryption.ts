import {
  deferred,
  type Finding,
  mustBeCustomerKey,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";

export const eksSecretsEnvelopeEncryption: ResourceControl = {
  kind: "resource",
  name: "eks-secrets-envelope-encryption",
  description: "The Kubernetes secrets of every EKS cluster are enveloped by a customer managed key.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Without it the cluster's secrets lie under a key that AWS owns, which nobody can cut off and whose use nobody sees.",
  fix: {
    text: "Name the cluster's key for the resource secrets.",
    code: `new eks.Cluster("training", {
  ...,
  encryptionConfig: { provider: { keyArn: key.arn }, resources: ["secrets"] },
});`,
  },
  frameworks: { nist: ["SC-28"], fsbp: ["EKS.3"], checkov: ["CKV_AWS_58"] },
  types: ["aws:eks/cluster:Cluster"],
  check: (cluster) => [
    ...mustBeCustomerKey(cluster, "encryptionConfig.provider.keyArn"),
    ...judgeResources(cluster),
  ],
};

function judgeResources(cluster: Subject): readonly Finding[] {
  const property = "encryptionConfig.resources";
  const resources = cluster.properties.list(property);
  if (resources.state === "unknown") return [deferred(cluster, property)];
  const values = resources.state === "known" ? resources.value.map(({ value }) => value) : [];
  if (values.some((value) => value.state === "known" && value.value === "secrets")) return [];
  if (values.some((value) => value.state === "unknown")) return [deferred(cluster, property)];
  return [violation(cluster, property, cluster.properties.get(property), '["secrets"]')];
}
