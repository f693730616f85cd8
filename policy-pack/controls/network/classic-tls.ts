import { deferred, type Finding, type Graph, isTrue, judgeValue, type Node, violation } from "../../core";
import { isModernTlsPolicy } from "../../network/tls-policy";

/** Both give a classic load balancer the protocols of its listeners; the second is of many kinds. */
const NEGOTIATION = "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy";
const POLICY = "aws:elb/loadBalancerPolicy:LoadBalancerPolicy";
const ATTRIBUTES: Readonly<Record<string, string>> = {
  [NEGOTIATION]: "attributes",
  [POLICY]: "policyAttributes",
};

export const CLASSIC_TLS_POLICIES: readonly string[] = Object.keys(ATTRIBUTES);

/**
 * Findings when a classic load balancer that ends TLS has no policy of the stack: AWS's default takes TLS 1.0.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-options.html
 */
export function judgeClassicTls(graph: Graph, balancer: Node): readonly Finding[] {
  const policies = [
    ...graph.pointingTo(balancer, "loadBalancer", NEGOTIATION),
    ...graph.pointingTo(balancer, "loadBalancerName", POLICY).filter(isAboutTls),
  ];
  if (policies.length > 0 || !endsTls(balancer)) return [];
  const required = "an SslNegotiationPolicy that takes TLS 1.2 alone";
  return [violation(balancer, "sslNegotiationPolicy", "none, which lets TLS 1.0 in", required)];
}

/** Findings when a policy takes a protocol before TLS 1.2, by itself or by the predefined one that it refers to. */
export function judgeTlsPolicy(policy: Node): readonly Finding[] {
  if (policy.type === POLICY && !isAboutTls(policy)) return [];
  const property = ATTRIBUTES[policy.type] ?? "attributes";
  const list = policy.properties.list(property);
  if (list.state === "unknown") return [deferred(policy, property)];
  if (list.state === "unset") return [violation(policy, property, list, "a policy of TLS 1.2 or newer")];
  return list.value.flatMap(({ path, properties }) => {
    const name = properties.get("name");
    const text = name.state === "known" ? String(name.value) : "";
    const value = properties.get("value");
    if (text === "Reference-Security-Policy")
      return judgeValue(policy, `${path}.value`, value, isModernTlsPolicy, "a policy of TLS 1.2 or newer");
    const isOld = /^Protocol-(SSLv\d|TLSv1(\.1)?)$/i.test(text);
    return isOld ? judgeValue(policy, `${path}.value`, value, (on) => !isTrue(on), '"false"') : [];
  });
}

function isAboutTls({ properties }: Node): boolean {
  const kind = properties.get("policyTypeName");
  return kind.state !== "known" || kind.value === "SSLNegotiationPolicyType";
}

function endsTls({ properties }: Node): boolean {
  const listeners = properties.list("listeners");
  if (listeners.state !== "known") return false;
  return listeners.value.some(({ properties: listener }) => {
    const protocol = listener.get("lbProtocol");
    return protocol.state === "known" && /^(https|ssl)$/i.test(String(protocol.value));
  });
}
