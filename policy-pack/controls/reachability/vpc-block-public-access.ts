import { type Finding, type Graph, type GraphControl, mustBe, type Node, violation } from "../../core";
import { judgeEach } from "../judge-each";
import { scopeOf } from "./scope";

const VPCS = ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"];
const OPTIONS = "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions";
const EXCLUSION = "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion";
const NAT = "aws:ec2/natGateway:NatGateway";
const REQUIRED = '"block-bidirectional"';

/** https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html */
export const vpcBlockPublicAccess: GraphControl = {
  kind: "graph",
  name: "vpc-block-public-access",
  description:
    "Every account and region with a VPC blocks the internet in both directions, inward where a NAT gateway leads out on purpose, and excludes nothing from it.",
  severity: "high",
  levels: { dev: "disabled", staging: "advisory", prod: "mandatory" },
  why: "One internet gateway added by hand undoes a private network; with this switch it leads nowhere.",
  fix: {
    text: "Declare the options once for each account and region; ask for an exception for a subnet that must be excluded.",
    code: `new ec2.VpcBlockPublicAccessOptions("closed", { internetGatewayBlockMode: "block-bidirectional" });`,
  },
  frameworks: { nist: ["AC-4", "SC-7"], fsbp: ["EC2.172"] },
  check: (graph) => judgeEach(graph.byType(...VPCS, OPTIONS, EXCLUSION), (node) => judge(graph, node)),
};

function judge(graph: Graph, node: Node): readonly Finding[] {
  switch (node.type) {
    case OPTIONS:
      return judgeMode(graph, node);
    case EXCLUSION: {
      const property = "internetGatewayExclusionMode";
      return [violation(node, property, node.properties.get(property), "no exclusion")];
    }
    default:
      return graph.byType(OPTIONS).some((options) => scopeOf(options) === scopeOf(node))
        ? []
        : [
            violation(
              node,
              "vpcBlockPublicAccessOptions",
              "not set for this account and region, which is off",
              `VpcBlockPublicAccessOptions with ${REQUIRED}`,
            ),
          ];
  }
}

/**
 * An account with a NAT gateway has a way out on purpose, judged by other controls; blocking inward leaves only that open.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
 */
function judgeMode(graph: Graph, options: Node): readonly Finding[] {
  const hasWayOut = graph.byType(NAT).some((gateway) => scopeOf(gateway) === scopeOf(options));
  const modes = ["block-bidirectional", ...(hasWayOut ? ["block-ingress"] : [])];
  const required = modes.map((mode) => `"${mode}"`).join(", or ");
  return mustBe(options, "internetGatewayBlockMode", (mode) => modes.includes(String(mode)), required);
}
