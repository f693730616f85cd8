import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  isFalse,
  mustBe,
  type Node,
  violation,
} from "../../core";
import { accountsSetUp } from "../../topology/accounts";
import { judgeAgents } from "./guardduty-agents";

const DETECTOR = "aws:guardduty/detector:Detector";
const FEATURE = "aws:guardduty/detectorFeature:DetectorFeature";
const ORGANIZATION = "aws:guardduty/organizationConfiguration:OrganizationConfiguration";
const ORGANIZATION_FEATURE =
  "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature";

/**
 * What a detector looks at: buckets, Kubernetes, processes, functions, disks and databases; each may go by one of
 * several names. https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html
 */
const FEATURES: readonly { readonly names: readonly string[]; readonly inline?: string }[] = [
  { names: ["S3_DATA_EVENTS"], inline: "datasources.s3Logs.enable" },
  { names: ["EKS_AUDIT_LOGS"], inline: "datasources.kubernetes.auditLogs.enable" },
  {
    names: ["EBS_MALWARE_PROTECTION"],
    inline: "datasources.malwareProtection.scanEc2InstanceWithFindings.ebsVolumes.enable",
  },
  { names: ["RUNTIME_MONITORING", "EKS_RUNTIME_MONITORING"] },
  { names: ["LAMBDA_NETWORK_LOGS"] },
  { names: ["RDS_LOGIN_EVENTS"] },
];

export const guarddutyAllFeatures: GraphControl = {
  kind: "graph",
  name: "guardduty-all-features",
  description:
    "GuardDuty is on in every account with all its features, and publishes findings every 15 minutes.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "It is what notices stolen credentials, mining and data on its way out while that can still be stopped.",
  fix: {
    text: "Make a detector in the account, and switch each feature on.",
    code: `const detector = new guardduty.Detector("all", { findingPublishingFrequency: "FIFTEEN_MINUTES" });
new guardduty.DetectorFeature("buckets", { detectorId: detector.id, name: "S3_DATA_EVENTS", status: "ENABLED" });
new guardduty.DetectorFeature("processes", {
  detectorId: detector.id, name: "RUNTIME_MONITORING", status: "ENABLED",
  additionalConfigurations: [{ name: "EC2_AGENT_MANAGEMENT", status: "ENABLED" }, ...],
});`,
  },
  frameworks: {
    nist: ["AU-3(1)", "AU-6(1)", "AU-6(5)", "AU-12(3)", "AU-14"],
    fsbp: [
      "GuardDuty.1",
      "GuardDuty.5",
      "GuardDuty.6",
      "GuardDuty.7",
      "GuardDuty.8",
      "GuardDuty.10",
      "GuardDuty.11",
      "GuardDuty.12",
      "GuardDuty.13",
    ],
    checkov: ["CKV_AWS_238", "CKV2_AWS_3"],
  },
  check: (graph, { settings }) => {
    const detectors = graph.byType(DETECTOR);
    const organizations = graph.byType(ORGANIZATION);
    const due = settings.organizationServices.includes("guardduty") ? [] : accountsSetUp(graph);
    if (detectors.length + organizations.length + due.length === 0) return "not-applicable";
    const without = due.filter((account) => account.byType(DETECTOR).length === 0);
    return [
      ...without.map(({ node }) =>
        violation(node, "detector", "no GuardDuty detector in this account", "a Detector with all features"),
      ),
      ...detectors.flatMap((detector) => judgeDetector(graph, detector)),
      ...organizations.flatMap((organization) => judgeOrganization(graph, organization)),
    ];
  },
};

/** A detector is on unless it is told otherwise, and publishes every six hours. */
function judgeDetector(graph: Graph, detector: Node): readonly Finding[] {
  const frequency = (value: unknown) => value === "FIFTEEN_MINUTES";
  const features = graph.pointingTo(detector, "detectorId", FEATURE);
  return [
    ...mustBe(detector, "enable", (value) => !isFalse(value), "true", { unset: true }),
    ...mustBe(detector, "findingPublishingFrequency", frequency, '"FIFTEEN_MINUTES"'),
    ...features.flatMap(judgeAgents),
    ...FEATURES.flatMap(({ names, inline }) => {
      if (inline !== undefined && detector.properties.get(inline).state !== "unset")
        return mustBe(detector, inline, (value) => !isFalse(value), "true");
      return judgeFeature(detector, features, names, "status", "ENABLED");
    }),
  ];
}

/** Accounts join by themselves, those that are there already too: `NEW` would leave them out. */
function judgeOrganization(graph: Graph, organization: Node): readonly Finding[] {
  const features = graph
    .byType(ORGANIZATION_FEATURE)
    .filter((feature) => sameDetector(graph, feature, organization));
  return [
    ...mustBe(organization, "autoEnableOrganizationMembers", (value) => value === "ALL", '"ALL"'),
    ...FEATURES.flatMap(({ names }) => judgeFeature(organization, features, names, "autoEnable", "ALL")),
  ];
}

function sameDetector(graph: Graph, feature: Node, organization: Node): boolean {
  const detectors = graph.byType(DETECTOR);
  const own = (node: Node) =>
    detectors.filter((one) => graph.pointingTo(one, "detectorId", node.type).includes(node));
  const byNode = own(organization);
  if (byNode.length > 0) return own(feature).some((one) => byNode.includes(one));
  const [a, b] = [feature, organization].map((node) => node.properties.get("detectorId"));
  return a?.state === "known" && b?.state === "known" && a.value === b.value;
}

function judgeFeature(
  owner: Node,
  features: readonly Node[],
  names: readonly string[],
  property: string,
  right: string,
): readonly Finding[] {
  const own = features.filter((feature) => {
    const name = feature.properties.get("name");
    return name.state === "known" && names.includes(String(name.value));
  });
  if (own.length > 0)
    return own.flatMap((one) => mustBe(one, property, (value) => value === right, `"${right}"`));
  const [unknown] = features.filter((feature) => feature.properties.get("name").state === "unknown");
  if (unknown !== undefined) return [deferred(unknown, "name")];
  const [name = ""] = names;
  return [
    violation(owner, "features", `no ${name}`, `${name} with ${property} "${right}"`, { finding: name }),
  ];
}
