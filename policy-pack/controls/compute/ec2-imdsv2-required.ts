import { type Finding, type Graph, type GraphControl, mustBe, type Node, violation } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const OTHERS = [
  "aws:ec2/instance:Instance",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
];
const BUILDERS = "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration";
const SPOT_FLEET = "aws:ec2/spotFleetRequest:SpotFleetRequest";
const ACCOUNT_DEFAULTS = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";

export const ec2Imdsv2Required: GraphControl = {
  kind: "graph",
  name: "ec2-imdsv2-required",
  description: "Instances give out their credentials only to requests with a session token, one hop away.",
  severity: "high",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "With version 1 of the metadata service, one request that a web application can be tricked into hands over the instance's role.",
  fix: {
    text: "Require tokens, and keep the hop limit at 1 (2 where pods on EKS nodes need it).",
    code: `metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },`,
  },
  frameworks: {
    cis: ["6.7"],
    nist: ["AC-3", "AC-3(7)", "AC-6"],
    fsbp: ["EC2.8", "EC2.170"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_79", "CKV_AWS_341"],
  },
  check: (graph) => {
    const nodes = graph.byType(TEMPLATE, ...OTHERS);
    const builders = graph.byType(BUILDERS);
    const fleets = graph.byType(SPOT_FLEET).filter(describesInstances);
    const defaults = graph.byType(ACCOUNT_DEFAULTS);
    if (nodes.length + builders.length + fleets.length + defaults.length === 0) return "not-applicable";
    return [
      ...nodes
        .filter((node) => !leavesItToTemplate(graph, node))
        .flatMap((node) => judge(graph, node, "metadataOptions.")),
      ...builders.flatMap((node) => judge(graph, node, "instanceMetadataOptions.")),
      ...fleets.flatMap((fleet) => judgeFleet(fleet, defaults)),
      ...defaults.flatMap((node) => judge(graph, node, "")),
    ];
  },
};

function judge(graph: Graph, node: Node, prefix: string): readonly Finding[] {
  const endpoint = node.properties.get(`${prefix}httpEndpoint`);
  if (endpoint.state === "known" && endpoint.value === "disabled") return [];
  const hops = isForPods(graph, node) ? 2 : 1;
  return [
    ...mustBe(node, `${prefix}httpTokens`, (value) => value === "required", '"required"'),
    ...mustBe(node, `${prefix}httpPutResponseHopLimit`, (value) => Number(value) <= hops, `at most ${hops}`, {
      // A default that says nothing leaves it to the image, and Amazon Linux 2023 says 2.
      unset: node.type !== ACCOUNT_DEFAULTS,
    }),
  ];
}

const describesInstances = ({ properties }: Node): boolean =>
  properties.get("launchSpecifications").state !== "unset";

/** What a spot fleet launches without a template has no options of its own, and takes the account's. */
function judgeFleet(fleet: Node, defaults: readonly Node[]): readonly Finding[] {
  const demands = ({ properties }: Node) => {
    const tokens = properties.get("httpTokens");
    return tokens.state === "known" && tokens.value === "required";
  };
  if (defaults.some(demands)) return [];
  const required = "launch templates with httpTokens required, or such defaults of the account";
  return [violation(fleet, "launchSpecifications", "no options for the metadata service", required)];
}

/** An instance that says nothing takes the options of its template, which is judged by itself. */
function leavesItToTemplate(graph: Graph, node: Node): boolean {
  return (
    node.properties.get("metadataOptions").state === "unset" &&
    pointedAtFrom(graph, node, ["launchTemplate"], TEMPLATE).length > 0
  );
}

/** Pods are one hop further away than their node. */
function isForPods(graph: Graph, node: Node): boolean {
  const named = ["launchTemplate.id", "launchTemplate.name"];
  return named.some((property) => graph.pointingTo(node, property, "aws:eks/nodeGroup:NodeGroup").length > 0);
}
