import type { Finding, Graph, GraphControl, Node } from "../../core";
import { isTrue, mustBe, violation } from "../../core";
import { judgeEach } from "../judge-each";

const LOAD_BALANCERS = ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"];
const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";
/** What has addresses on the internet, whatever stands behind it, and what to call it. */
const ALWAYS_PUBLIC: Readonly<Record<string, string>> = {
  "aws:globalaccelerator/accelerator:Accelerator": "an accelerator, which faces the internet",
  "aws:globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator":
    "an accelerator, which faces the internet",
  "aws:lightsail/lb:Lb": "a load balancer of Lightsail, which faces the internet",
};
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
    judgeEach(graph.byType(...LOAD_BALANCERS, CLASSIC, ...Object.keys(ALWAYS_PUBLIC)), (one) =>
      judge(graph, one),
    ),
};

function judge(graph: Graph, loadBalancer: Node): readonly Finding[] {
  const always = ALWAYS_PUBLIC[loadBalancer.type];
  if (always !== undefined) return [violation(loadBalancer, "", always, "an internal load balancer")];
  // A gateway load balancer hands packets to appliances through endpoints, and faces nothing else.
  const scheme = mustBe(loadBalancer, "internal", isTrue, "true", { unset: isKind(loadBalancer, "gateway") });
  const facesInternet = scheme.some(({ kind }) => kind === "violation");
  const internal = scheme.map((each) =>
    each.kind === "violation" ? { ...each, finding: "Internet-facing" } : each,
  );
  if (loadBalancer.type === CLASSIC) return [...internal, ...judgeDesync(loadBalancer)];
  if (!isApplication(loadBalancer)) return internal;
  return [
    ...internal,
    ...(facesInternet ? judgeWebAcl(graph, loadBalancer) : []),
    ...mustBe(loadBalancer, "dropInvalidHeaderFields", isTrue, "true"),
    ...judgeDesync(loadBalancer),
  ];
}

/** Unset is "defensive"; "monitor" lets ambiguous requests through. */
function judgeDesync(loadBalancer: Node): readonly Finding[] {
  const isStrict = (mode: unknown) => mode !== "monitor";
  return mustBe(loadBalancer, "desyncMitigationMode", isStrict, '"defensive" or "strictest"', {
    unset: true,
  });
}

function judgeWebAcl(graph: Graph, loadBalancer: Node): readonly Finding[] {
  if (graph.pointingTo(loadBalancer, "resourceArn", WEB_ACL).length > 0) return [];
  return [
    violation(loadBalancer, "webAcl", "no web ACL", "a WebAclAssociation, as it faces the internet", {
      finding: "WithoutWebAcl",
    }),
  ];
}

const isApplication = (loadBalancer: Node): boolean =>
  loadBalancer.properties.get("loadBalancerType").state !== "known" || isKind(loadBalancer, "application");

function isKind({ properties }: Node, kind: string): boolean {
  const own = properties.get("loadBalancerType");
  return own.state === "known" && own.value === kind;
}
