import { type GraphControl, isText, mustBe } from "../../core";
import { mustBeInPrivateSubnets } from "../../topology/private-subnets";
import { mustBeNonEmptyList } from "./non-empty";

export const smNotebookInVpc: GraphControl = {
  kind: "graph",
  name: "sm-notebook-in-vpc",
  description: "Every notebook instance is in a private subnet, with security groups of its own.",
  severity: "high",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "Outside a VPC, or in a subnet that routes to the internet, none of the network's controls apply to the notebook's traffic.",
  fix: {
    text: "Name a private subnet and security groups.",
    code: `new sagemaker.NotebookInstance("lab", {
  ...,
  subnetId: privateSubnet.id,
  securityGroups: [workspaceSecurityGroup.id],
});`,
  },
  frameworks: { nist: ["AC-4", "SC-7"], fsbp: ["SageMaker.2"], gdpr: ["32"], checkov: ["CKV_AWS_306"] },
  check: (graph) => {
    const notebooks = graph.byType("aws:sagemaker/notebookInstance:NotebookInstance");
    if (notebooks.length === 0) return "not-applicable";
    return notebooks.flatMap((node) => [
      ...mustBe(node, "subnetId", isText, "a private subnet", { unknown: true }),
      ...mustBeInPrivateSubnets(graph, node, "subnetId"),
      ...mustBeNonEmptyList(node, "securityGroups", "at least one security group"),
    ]);
  },
};
