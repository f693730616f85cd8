import assert from "node:assert/strict";
import { lbTlsOnly as control } from "../../../policy-pack/controls/network/lb-tls-only";
import { isModernTlsPolicy } from "../../../policy-pack/network/tls-policy";
import { type Declared, declare, ref } from "../support/resources";
import { passes, violates } from "../support/verdicts";

const FORWARD = [{ type: "forward", targetGroupArn: "arn" }];
const REDIRECT = [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }];
const listener = (props: object) =>
  declare("lb/listener:Listener", "l", {
    loadBalancerArn: "lb",
    port: 443,
    defaultActions: FORWARD,
    ...props,
  });
const https = { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" };
const at = (property: string) => [`l (lb/listener): ${property}`];

const modern = [{ name: "Reference-Security-Policy", value: "ELBSecurityPolicy-TLS-1-2-2017-01" }];
const negotiation = (balancer: Declared, attributes: readonly object[]) =>
  declare("elb/sslNegotiationPolicy:SslNegotiationPolicy", "tls", {
    loadBalancer: ref(balancer),
    lbPort: 443,
    attributes,
  });

describe("lb-tls-only", () => {
  it("passes HTTPS and TLS 1.2, and HTTP that redirects", () => {
    passes(control, [listener(https)]);
    passes(control, [listener({ ...https, protocol: "TLS" })]);
    passes(control, [listener({ protocol: "HTTP", port: 80, defaultActions: REDIRECT })]);
  });

  it("refuses old policies, and AWS's default", () => {
    violates(control, [listener({ ...https, sslPolicy: "ELBSecurityPolicy-2016-08" })], at("sslPolicy"));
    violates(control, [listener({ ...https, sslPolicy: undefined })], at("sslPolicy"));
  });

  it("refuses plain HTTP and TCP", () => {
    const forward = { protocol: "HTTP", port: 80 };
    violates(control, [listener(forward)], at("defaultActions[0]"));
    violates(control, [listener({ port: 80 })], at("defaultActions[0]"));
    violates(control, [listener({ protocol: "TCP" })], at("protocol"));
    const toHttp = [{ type: "redirect", redirect: { protocol: "HTTP", statusCode: "HTTP_301" } }];
    violates(control, [listener({ ...forward, defaultActions: toHttp })], at("defaultActions[0]"));
  });

  it("refuses a rule that forwards behind a listener that redirects", () => {
    const http = listener({ protocol: "HTTP", port: 80, defaultActions: REDIRECT });
    const rule = declare("lb/listenerRule:ListenerRule", "r", {
      listenerArn: ref(http, "arn"),
      actions: FORWARD,
    });
    violates(control, [http, rule], ["r (lb/listenerRule): actions[0]"]);
  });

  it("wants the way to the targets encrypted in prod", () => {
    const targets = (protocol: string) => declare("lb/targetGroup:TargetGroup", "t", { protocol });
    passes(control, [targets("HTTPS")]);
    violates(control, [targets("HTTP")], ["t (lb/targetGroup): protocol"]);
    passes(control, [targets("HTTP")], { tier: "staging" });
  });

  it("reads the listeners of classic load balancers", () => {
    const classic = (lbProtocol: string, instanceProtocol: string) =>
      declare("elb/loadBalancer:LoadBalancer", "c", {
        listeners: [{ lbPort: 443, lbProtocol, instancePort: 8443, instanceProtocol }],
      });
    const with12 = (balancer: ReturnType<typeof classic>) => [balancer, negotiation(balancer, modern)];
    passes(control, with12(classic("https", "https")));
    passes(control, with12(classic("SSL", "ssl")));
    violates(control, [classic("http", "https")], ["c (elb/loadBalancer): listeners[0].lbProtocol"]);
    violates(control, [classic("tcp", "ssl")], ["c (elb/loadBalancer): listeners[0].lbProtocol"]);
    violates(control, with12(classic("https", "http")), [
      "c (elb/loadBalancer): listeners[0].instanceProtocol",
    ]);
    passes(control, with12(classic("https", "http")), { tier: "staging" });
  });

  it("asks classic load balancers for a policy that refuses old protocols", () => {
    const balancer = declare("elb/loadBalancer:LoadBalancer", "c", {
      listeners: [{ lbPort: 443, lbProtocol: "https", instancePort: 443, instanceProtocol: "https" }],
    });
    violates(control, [balancer], ["c (elb/loadBalancer): sslNegotiationPolicy"]);
    const found = ["tls (elb/sslNegotiationPolicy): attributes[0].value"];
    for (const [name, value] of [
      ["Protocol-TLSv1", "true"],
      ["Protocol-TLSv1.1", "true"],
      ["Protocol-SSLv3", "true"],
      ["Reference-Security-Policy", "ELBSecurityPolicy-2016-08"],
    ] as const) {
      violates(control, [balancer, negotiation(balancer, [{ name, value }])], found);
    }
    passes(control, [balancer, negotiation(balancer, [{ name: "Protocol-TLSv1.2", value: "true" }])]);
    const policy = (policyTypeName: string) =>
      declare("elb/loadBalancerPolicy:LoadBalancerPolicy", "p", {
        loadBalancerName: ref(balancer, "name"),
        policyTypeName,
        policyAttributes: [{ name: "Protocol-TLSv1", value: "true" }],
      });
    violates(
      control,
      [balancer, policy("SSLNegotiationPolicyType")],
      ["p (elb/loadBalancerPolicy): policyAttributes[0].value"],
    );
    violates(
      control,
      [balancer, policy("ProxyProtocolPolicyType")],
      ["c (elb/loadBalancer): sslNegotiationPolicy"],
    );
  });

  it("reads the listeners of VPC Lattice", () => {
    const lattice = (protocol: string) => declare("vpclattice/listener:Listener", "l", { protocol });
    passes(control, [lattice("HTTPS")]);
    passes(control, [lattice("TLS_PASSTHROUGH")]);
    violates(control, [lattice("HTTP")], ["l (vpclattice/listener): protocol"]);
  });

  const policies: Readonly<Record<string, boolean>> = {
    "ELBSecurityPolicy-TLS13-1-2-2021-06": true,
    "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09": true,
    "ELBSecurityPolicy-TLS13-1-3-2021-06": true,
    "ELBSecurityPolicy-TLS-1-2-2017-01": true,
    "ELBSecurityPolicy-TLS-1-2-Ext-2018-06": true,
    "ELBSecurityPolicy-FS-1-2-Res-2020-10": true,
    "ELBSecurityPolicy-TLS13-1-1-2021-06": false,
    "ELBSecurityPolicy-TLS13-1-0-2021-06": false,
    "ELBSecurityPolicy-TLS-1-1-2017-01": false,
    "ELBSecurityPolicy-FS-1-1-2019-08": false,
    "ELBSecurityPolicy-FS-2018-06": false,
    "ELBSecurityPolicy-2016-08": false,
  };
  for (const [policy, modern] of Object.entries(policies)) {
    it(`${policy} ${modern ? "refuses" : "takes"} TLS below 1.2`, () =>
      assert.equal(isModernTlsPolicy(policy), modern));
  }
});
