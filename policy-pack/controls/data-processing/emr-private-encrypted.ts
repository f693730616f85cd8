import {
  deferred,
  type Element,
  type Finding,
  isText,
  isTrue,
  judgeValue,
  mustBe,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import { propertiesOf } from "../../core/properties";
import { jsonOf } from "../../sagemaker/json-property";

const CLUSTER = "aws:emr/cluster:Cluster";
const SECURITY = "aws:emr/securityConfiguration:SecurityConfiguration";
const BLOCK = "aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration";

export const emrPrivateEncrypted: ResourceControl = {
  kind: "resource",
  name: "emr-private-encrypted",
  description:
    "EMR clusters are in a subnet of ours, have a security configuration that encrypts and no SSH key, and the account blocks open ones.",
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
  types: [CLUSTER, BLOCK, SECURITY],
  check: (subject) => {
    if (subject.type === BLOCK) return judgeBlock(subject);
    if (subject.type === SECURITY) return judgeConfiguration(subject);
    return [
      ...mustBe(subject, "securityConfiguration", isText, "the name of a security configuration", {
        unknown: true,
      }),
      ...judgeNetwork(subject),
    ];
  },
};

/** Ports that groups may open all the same; AWS itself spares the one for SSH. */
function judgeBlock(block: Subject): readonly Finding[] {
  const property = "permittedPublicSecurityGroupRuleRanges";
  const ranges = block.properties.list(property);
  const blocked = mustBe(block, "blockPublicSecurityGroupRules", isTrue, "true");
  if (ranges.state === "unknown") return [...blocked, deferred(block, property)];
  const open = ranges.state === "known" ? ranges.value : [];
  const isSsh = ({ properties }: Element) =>
    ["minRange", "maxRange"].every((name) => {
      const port = properties.get(name);
      return port.state === "known" && Number(port.value) === 22;
    });
  return [
    ...blocked,
    ...open
      .filter((range) => !isSsh(range))
      .map(({ path, value }) => violation(block, path, value, "no port but that of SSH")),
  ];
}

/** https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html */
function judgeConfiguration(configuration: Subject): readonly Finding[] {
  const document = jsonOf(configuration, "configuration");
  if (document.state === "unknown") return [deferred(configuration, "configuration")];
  const written = propertiesOf(document.state === "read" ? document.value : {});
  return ["EnableInTransitEncryption", "EnableAtRestEncryption"].flatMap((name) => {
    const at = `EncryptionConfiguration.${name}`;
    return judgeValue(configuration, `configuration.${at}`, written.get(at), isTrue, "true");
  });
}

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
