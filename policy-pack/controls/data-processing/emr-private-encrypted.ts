import {
  deferred,
  type Finding,
  isText,
  isTrue,
  mustBe,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";

const CLUSTER = "aws:emr/cluster:Cluster";
const BLOCK = "aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration";

export const emrPrivateEncrypted: ResourceControl = {
  kind: "resource",
  name: "emr-private-encrypted",
  description:
    "EMR clusters are in a subnet of ours, have a security configuration and no SSH key, and the account blocks open ones.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Without a security configuration EMR leaves its disks, its traffic and what it writes as they are, and its web pages ask nobody who they are.",
  fix: {
    text: "Name a security configuration with encryption at rest and in transit, and a private subnet; reach it by Session Manager.",
    code: `new emr.Cluster("features", {
  ..., securityConfiguration: encrypted.name, ec2Attributes: { ..., subnetId: privateSubnetId },
});
new emr.BlockPublicAccessConfiguration("account", { blockPublicSecurityGroupRules: true });`,
  },
  frameworks: {
    nist: ["AC-4", "SC-7", "SC-8", "SC-28"],
    fsbp: ["EMR.1", "EMR.2", "EMR.3", "EMR.4"],
    checkov: ["CKV_AWS_171"],
  },
  types: [CLUSTER, BLOCK],
  check: (subject) =>
    subject.type === BLOCK
      ? mustBe(subject, "blockPublicSecurityGroupRules", isTrue, "true")
      : [
          ...mustBe(subject, "securityConfiguration", isText, "the name of a security configuration", {
            unknown: true,
          }),
          ...judgeNetwork(subject),
        ],
};

function judgeNetwork(cluster: Subject): readonly Finding[] {
  if (cluster.properties.get("ec2Attributes").state === "unknown")
    return [deferred(cluster, "ec2Attributes")];
  const subnets = ["subnetId", "subnetIds"].map((name) => cluster.properties.get(`ec2Attributes.${name}`));
  const key = cluster.properties.get("ec2Attributes.keyName");
  return [
    ...(subnets.every(({ state }) => state === "unset")
      ? [violation(cluster, "ec2Attributes.subnetId", "not set", "a private subnet")]
      : []),
    ...(key.state === "unset"
      ? []
      : [violation(cluster, "ec2Attributes.keyName", key, "no SSH key; Session Manager instead")]),
  ];
}
