import { type GraphControl } from "../../core";
import { mustBeInPrivateSubnets } from "../../topology/private-subnets";
import { mustBeInTwoZones } from "../../topology/zones";
import { mustBeNonEmptyList } from "./non-empty";

export const smModelInVpc: GraphControl = {
  kind: "graph",
  name: "sm-model-in-vpc",
  description: "Every model runs in private subnets, in prod in two at least, with security groups.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Outside the VPC the model's artifacts and requests take ways that no endpoint policy, security group or flow log sees.",
  fix: {
    text: "Give the model a VPC configuration.",
    code: `new sagemaker.Model("scoring", {
  ...,
  vpcConfig: { subnets: privateSubnets.map((subnet) => subnet.id), securityGroupIds: [workspaceSecurityGroup.id] },
});`,
  },
  frameworks: { nist: ["SC-7"], gdpr: ["32"] },
  check: (graph, { tier }) => {
    const models = graph.byType("aws:sagemaker/model:Model");
    if (models.length === 0) return "not-applicable";
    const fewest = tier === "prod" ? 2 : 1;
    return models.flatMap((node) => [
      ...mustBeNonEmptyList(
        node,
        "vpcConfig.subnets",
        `private subnets, ${fewest} or more in ${tier}`,
        fewest,
      ),
      ...mustBeNonEmptyList(node, "vpcConfig.securityGroupIds", "at least one security group"),
      ...mustBeInPrivateSubnets(graph, node, "vpcConfig", "vpcConfig.subnets"),
      ...(tier === "prod" ? mustBeInTwoZones(graph, node, "vpcConfig.subnets") : []),
    ]);
  },
};
