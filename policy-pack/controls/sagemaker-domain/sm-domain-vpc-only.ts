import { type GraphControl, mustBe } from "../../core";
import { mustBeInPrivateSubnets } from "../../topology/private-subnets";
import { mustBeNonEmptyList } from "../sagemaker/non-empty";
import { DOMAIN } from "./settings";

export const smDomainVpcOnly: GraphControl = {
  kind: "graph",
  name: "sm-domain-vpc-only",
  description:
    "Every Studio domain keeps its traffic in the VPC, in private subnets, with security groups of its own.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "With public access Studio leaves through SageMaker's own network, past the VPC's firewall and endpoint policies. That is the default.",
  fix: {
    text: "Turn the access to the VPC only, and name private subnets and security groups.",
    code: `new sagemaker.Domain("studio", {
  ...,
  appNetworkAccessType: "VpcOnly",
  subnetIds: privateSubnets.map((subnet) => subnet.id),
  defaultUserSettings: { ..., securityGroups: [studioSecurityGroup.id] },
});`,
  },
  frameworks: { nist: ["AC-4", "SC-7", "SC-7(5)"], gdpr: ["32"] },
  check: (graph) => {
    const domains = graph.byType(DOMAIN);
    if (domains.length === 0) return "not-applicable";
    return domains.flatMap((node) => [
      ...mustBe(node, "appNetworkAccessType", (value) => value === "VpcOnly", '"VpcOnly"'),
      ...mustBeNonEmptyList(node, "subnetIds", "private subnets"),
      ...mustBeInPrivateSubnets(graph, node, "subnetIds"),
      ...mustBeNonEmptyList(node, "defaultUserSettings.securityGroups", "at least one security group"),
    ]);
  },
};
