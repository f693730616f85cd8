import type { Finding, Graph, GraphControl, Node } from "../../core";
import { isTrue, mustBe, violation } from "../../core";
import { judgeEach } from "../judge-each";

const LOAD_BALANCERS = ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"];
const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";
/** Both have addresses on the internet, whatever stands behind them. */
const ACCELERATORS = [
  "aws:globalaccelerator/accelerator:Accelerator",
  "aws:globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator",
];
const WEB_ACL = "aws:wafv2/webAclAssociation:WebAclAssociation";

export const lbInternalByDefault: GraphControl = {
  name: "lb-internal-by-default",
  description:
    "Load balancers are internal; one that is approved to face the internet has a web ACL, and all refuse malformed headers.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A model behind a public load balancer can be queried, copied and overloaded by anyone.",
  fix: {
    text: "Set internal to true and put the load balancer into private subnets.",
    code: `new lb.LoadBalancer("models", { internal: true, dropInvalidHeaderFields: true, subnets: privateSubnetIds });`,
  },
  frameworks: {
    nist: ["AC-4(21)", "SC-7"],
    fsbp: ["ELB.4", "ELB.12", "ELB.16"],
    checkov: ["CKV_AWS_131", "CKV_AWS_328", "CKV2_AWS_28"],
  },
  kind: "graph",
  check: (graph) =>
    judgeEach(graph.byType(...LOAD_BALANCERS, CLASSIC, ...ACCELERATORS), (one) => judge(graph, one)),
};

function judge(graph: Graph, loadBalancer: Node): readonly Finding[] {
  if (ACCELERATORS.includes(loadBalancer.type))
    return [
      violation(loadBalancer, "", "an accelerator, which faces the internet", "an internal load balancer"),
    ];
  const scheme = mustBe(loadBalancer, "internal", isTrue, "true");
  const facesInternet = scheme.some(({ kind }) => kind === "violation");
  const internal = scheme.map((each) =>
    each.kind === "violation" ? { ...each, finding: "Internet-facing" } : each,
  );
  if (!isApplication(loadBalancer)) return internal;
  return [
    ...internal,
    ...(facesInternet ? judgeWebAcl(graph, loadBalancer) : []),
    ...mustBe(loadBalancer, "dropInvalidHeaderFields", isTrue, "true"),
    // Unset is "defensive"; "monitor" lets ambiguous requests through.
    ...mustBe(
      loadBalancer,
      "desyncMitigationMode",
      (mode) => mode !== "monitor",
      '"defensive" or "strictest"',
      {
        unset: true,
      },
    ),
  ];
}

function judgeWebAcl(graph: Graph, loadBalancer: Node): readonly Finding[] {
  if (graph.pointingTo(loadBalancer, "resourceArn", WEB_ACL).length > 0) return [];
  return [
    violation(loadBalancer, "webAcl", "no web ACL", "a WebAclAssociation, as it faces the internet", {
      finding: "WithoutWebAcl",
    }),
  ];
}

function isApplication({ type, properties }: Node): boolean {
  const kind = properties.get("loadBalancerType");
  return type !== CLASSIC && (kind.state !== "known" || kind.value === "application");
}
