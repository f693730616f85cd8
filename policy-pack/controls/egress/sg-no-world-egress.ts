import type { Context, GraphControl } from "../../core";
import { judgeWorld } from "../../network/judge-world";
import type { SecurityGroupRule } from "../../network/security-group-rule";

export const sgNoWorldEgress: GraphControl = {
  name: "sg-no-world-egress",
  description:
    "No security group sends to the whole internet; in dev HTTPS alone may, since the firewall inspects it on its way.",
  severity: "critical",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "An open way out is how stolen data and models leave, and how malware that got in calls home.",
  fix: {
    text: "Send to the security groups of the VPC endpoints, to prefix lists of AWS services, or to named peers.",
    code: `new vpc.SecurityGroupEgressRule("training-to-endpoints", {
  securityGroupId: training.id,
  referencedSecurityGroupId: endpoints.id,
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
  description: "HTTPS to the VPC endpoints",
});`,
  },
  frameworks: { nist: ["SC-7", "SC-7(5)", "AC-4"], checkov: ["CKV_AWS_382"] },
  kind: "graph",
  check: (graph, context) =>
    judgeWorld(graph, "egress", requiredIn(context), (rule) => context.tier === "dev" && isHttps(rule)),
};

/** TLS only: what Network Firewall can read the domain of, and refuse. */
function isHttps({ ports }: SecurityGroupRule): boolean {
  return ports.kind === "range" && ports.protocol === "tcp" && ports.from === 443 && ports.to === 443;
}

function requiredIn({ tier }: Context): string {
  const inside = "endpoints' security groups, prefix lists or named peers";
  return tier === "dev" ? `${inside}, or tcp 443 alone through the firewall` : inside;
}
