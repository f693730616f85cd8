import type { GraphControl } from "../../core";
import { mustBeInTwoZones } from "../../topology/zones";
import { judgeEach } from "../judge-each";
import { mustBeNonEmptyList } from "../sagemaker/non-empty";

const FUNCTION = "aws:lambda/function:Function";

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
      ...mustBeInTwoZones(graph, node, "vpcConfig.subnetIds"),
    ]),
};
