import type { GraphControl } from "../../core";
import { judgeJobsOf, TRAINING_TYPES } from "../../sagemaker/job-resources";
import { judgeVpc } from "../../sagemaker/judge-network";
import { mustBeInPrivateSubnets } from "../../topology/private-subnets";

export const smTrainingInVpc: GraphControl = {
  kind: "graph",
  name: "sm-training-in-vpc",
  description: "Every training and tuning job runs in private subnets, with security groups.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Outside the VPC the training data takes ways that no endpoint policy, security group or flow log sees.",
  fix: {
    text: "Give the job a VPC configuration.",
    code: `new sagemaker.TrainingJob("fraud", {
  ...,
  vpcConfig: { subnets: privateSubnets.map((subnet) => subnet.id), securityGroupIds: [workspaceSecurityGroup.id] },
});`,
  },
  frameworks: { nist: ["SC-7"], gdpr: ["32"] },
  check: (graph) => {
    const nodes = graph.byType(...TRAINING_TYPES);
    if (nodes.length === 0) return "not-applicable";
    return nodes.flatMap((node) => [
      ...judgeJobsOf(node, judgeVpc),
      ...["vpcConfig", "trainingJobDefinition", "trainingJobDefinitions"].flatMap((input) =>
        mustBeInPrivateSubnets(graph, node, input),
      ),
    ]);
  },
};
