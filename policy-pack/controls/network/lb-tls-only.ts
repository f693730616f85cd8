import type { Context, Finding, Graph, GraphControl, Node } from "../../core";
import { deferred, judgeValue, mustBe, pointsTo, violation } from "../../core";
import { isModernTlsPolicy } from "../../network/tls-policy";
import { judgeEach } from "../judge-each";
import { CLASSIC_TLS_POLICIES, judgeClassicTls, judgeTlsPolicy } from "./classic-tls";

const LISTENERS = ["aws:lb/listener:Listener", "aws:alb/listener:Listener"];
const RULES = ["aws:lb/listenerRule:ListenerRule", "aws:alb/listenerRule:ListenerRule"];
const TARGETS = ["aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup"];

const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";
const LATTICE = "aws:vpclattice/listener:Listener";
const isEncryptedLattice = (protocol: unknown) => protocol === "HTTPS" || protocol === "TLS_PASSTHROUGH";

export const lbTlsOnly: GraphControl = {
  name: "lb-tls-only",
  description:
    "Listeners speak HTTPS or TLS 1.2 and newer, plain HTTP only redirects to it; in prod the way to the targets is encrypted too.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "What is sent in the clear, requests, answers and credentials, is read by whoever stands on the way.",
  fix: {
    text: "Use protocol HTTPS (or TLS) with a policy that starts at TLS 1.2, and redirect port 80.",
    code: `new lb.Listener("https", {
  loadBalancerArn: balancer.arn,
  port: 443,
  protocol: "HTTPS",
  sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
  certificateArn,
  defaultActions: [{ type: "forward", targetGroupArn: models.arn }],
});`,
  },
  frameworks: {
    nist: ["SC-8", "SC-8(1)", "SC-13", "SC-23"],
    fsbp: ["ELB.1", "ELB.17", "ELB.18"],
    checkov: ["CKV_AWS_2", "CKV_AWS_103", "CKV_AWS_378", "CKV2_AWS_20", "CKV2_AWS_74"],
  },
  kind: "graph",
  check: (graph, context) =>
    judgeEach(graph.byType(...LISTENERS, ...TARGETS, LATTICE, CLASSIC, ...CLASSIC_TLS_POLICIES), (node) => {
      if (node.type === CLASSIC) return [...judgeClassic(node, context), ...judgeClassicTls(graph, node)];
      if (node.type === LATTICE) return mustBe(node, "protocol", isEncryptedLattice, '"HTTPS"');
      if (CLASSIC_TLS_POLICIES.includes(node.type)) return judgeTlsPolicy(node);
      return LISTENERS.includes(node.type) ? judgeListener(graph, node) : judgeTargets(node, context);
    }),
};

function judgeListener(graph: Graph, listener: Node): readonly Finding[] {
  const protocol = listener.properties.get("protocol");
  if (protocol.state === "unknown") return [deferred(listener, "protocol")];
  const name = protocol.state === "known" ? String(protocol.value).toUpperCase() : impliedProtocol(listener);
  switch (name) {
    case "HTTPS":
    case "TLS":
      // Without one, AWS takes ELBSecurityPolicy-2016-08, which speaks TLS 1.0.
      return mustBe(listener, "sslPolicy", isModernTlsPolicy, "a policy of TLS 1.2 or newer");
    case "HTTP":
      return judgeRedirects(graph, listener);
    // A gateway load balancer hands whole packets to an appliance and ends no connection; it has no protocol to set.
    case "GENEVE":
      return [];
    default:
      return [violation(listener, "protocol", protocol, '"HTTPS" or "TLS"')];
  }
}

/** An application load balancer's listener without a protocol has its port's. */
function impliedProtocol({ properties }: Node): string {
  const port = properties.get("port");
  if (port.state === "unset") return "GENEVE";
  if (port.state === "known" && Number(port.value) === 443) return "HTTPS";
  return "HTTP";
}

function judgeRedirects(graph: Graph, listener: Node): readonly Finding[] {
  const rules = graph.byType(...RULES).filter((rule) => pointsTo(rule, "listenerArn", listener));
  return [
    ...judgeActions(listener, "defaultActions"),
    ...rules.flatMap((rule) => judgeActions(rule, "actions")),
  ];
}

function judgeActions(node: Node, property: string): readonly Finding[] {
  const actions = node.properties.list(property);
  if (actions.state === "unknown") return [deferred(node, property)];
  if (actions.state === "unset") return [];
  return actions.value.flatMap(({ path, value, properties }): readonly Finding[] => {
    const type = properties.get("type");
    const protocol = properties.get("redirect.protocol");
    if (value.state === "unknown" || type.state === "unknown") return [deferred(node, path)];
    if (type.state === "known" && type.value === "redirect") {
      if (protocol.state === "unknown") return [deferred(node, path)];
      if (protocol.state === "known" && protocol.value === "HTTPS") return [];
    }
    return [
      violation(
        node,
        path,
        `HTTP with "${String(type.state === "known" ? type.value : "")}"`,
        "a redirect to HTTPS",
      ),
    ];
  });
}

function judgeTargets(group: Node, { tier }: Context): readonly Finding[] {
  const type = group.properties.get("targetType");
  const takesNoProtocol = type.state === "known" && type.value === "lambda";
  if (tier !== "prod" || takesNoProtocol) return [];
  const encrypted = (protocol: unknown) => ["HTTPS", "TLS", "GENEVE"].includes(String(protocol));
  return mustBe(group, "protocol", encrypted, '"HTTPS" or "TLS" in prod');
}

/** A classic load balancer has its listeners and the way to its instances in one place. */
function judgeClassic(balancer: Node, { tier }: Context): readonly Finding[] {
  const listeners = balancer.properties.list("listeners");
  if (listeners.state === "unknown") return [deferred(balancer, "listeners")];
  if (listeners.state === "unset") return [];
  const names = tier === "prod" ? ["lbProtocol", "instanceProtocol"] : ["lbProtocol"];
  const isEncrypted = (protocol: unknown) => /^(https|ssl)$/i.test(String(protocol));
  return listeners.value.flatMap(({ path, properties }) =>
    names.flatMap((name) =>
      judgeValue(balancer, `${path}.${name}`, properties.get(name), isEncrypted, '"https" or "ssl"'),
    ),
  );
}
