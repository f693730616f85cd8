import { type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { judgeEach } from "../judge-each";
import { mustBeNonEmptyList } from "../sagemaker/non-empty";

const FUNCTION = "aws:lambda/function:Function";
const SUBNETS = ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"];

export const lambdaInVpc: GraphControl = {
  kind: "graph",
  name: "lambda-in-vpc",
  description: "Every function runs in the VPC, in two zones at least, with security groups.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "A function outside the VPC has the whole internet before it, and no endpoint policy or flow log sees what it sends.",
  fix: {
    text: "Give the function a VPC configuration with private subnets of two zones.",
    code: `vpcConfig: { subnetIds: privateSubnets.map((subnet) => subnet.id), securityGroupIds: [workspaceSecurityGroup.id] },`,
  },
  frameworks: {
    nist: ["SC-7", "SC-7(3)", "SC-7(9)", "SC-7(11)", "SC-7(20)"],
    fsbp: ["Lambda.3", "Lambda.5"],
    checkov: ["CKV_AWS_117"],
  },
  check: (graph) =>
    judgeEach(graph.byType(FUNCTION), (node) => [
      ...mustBeNonEmptyList(node, "vpcConfig.subnetIds", "subnets of two zones", 2),
      ...mustBeNonEmptyList(node, "vpcConfig.securityGroupIds", "at least one security group"),
      ...judgeZones(graph, node),
    ]),
};

/** Two subnets of one zone fail together. Zones of subnets that are not of this stack are not known. */
function judgeZones(graph: Graph, node: Node): readonly Finding[] {
  const subnets = pointedAtFrom(graph, node, ["vpcConfig"], ...SUBNETS);
  const zones = subnets.map((subnet) => {
    const zone = subnet.properties.get("availabilityZone");
    const id = subnet.properties.get("availabilityZoneId");
    return zone.state === "known" ? zone.value : id.state === "known" ? id.value : subnet.urn;
  });
  const listed = node.properties.list("vpcConfig.subnetIds");
  const all = listed.state === "known" ? listed.value.length : subnets.length;
  if (subnets.length < 2 || subnets.length < all || new Set(zones).size > 1) return [];
  return [violation(node, "vpcConfig.subnetIds", `all in ${String(zones[0])}`, "subnets of two zones")];
}
