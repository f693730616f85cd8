import type { GraphControl } from "../../core";
import { judgeWorld } from "../../network/judge-world";
import { judgeSharedPrefixLists } from "../../network/shared-prefix-lists";

const REQUIRED = "a security group, or private addresses of the one that calls";

export const sgNoWorldIngress: GraphControl = {
  name: "sg-no-world-ingress",
  description:
    "No security group lets the whole internet in, on any port, in one rule or in several together.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Scanners find an open port within minutes; from there on only the software behind it stands between anyone and the data.",
  fix: {
    text: "Let in the security group of the one that calls, or its private CIDR, and only the port that it needs.",
    code: `new vpc.SecurityGroupIngressRule("api-from-load-balancer", {
  securityGroupId: api.id,
  referencedSecurityGroupId: loadBalancer.id,
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
  description: "HTTPS from the load balancer",
});`,
  },
  frameworks: {
    cis: ["6.3", "6.4"],
    nist: ["SC-7", "SC-7(11)", "SC-7(12)", "SC-7(16)", "SC-7(21)"],
    fsbp: ["EC2.13", "EC2.14", "EC2.18", "EC2.19"],
    checkov: ["CKV_AWS_24", "CKV_AWS_25", "CKV_AWS_260", "CKV_AWS_277"],
  },
  kind: "graph",
  check: (graph) => {
    const ofRules = judgeWorld(graph, "ingress", REQUIRED);
    const ofLists = judgeSharedPrefixLists(graph, REQUIRED);
    if (ofLists.length === 0) return ofRules;
    return ofRules === "not-applicable" ? ofLists : [...ofRules, ...ofLists];
  },
};
