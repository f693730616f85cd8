import { lbInternalByDefault as control } from "../../../policy-pack/controls/network/lb-internal-by-default";
import { declare, ref } from "../support/resources";
import { passes, violates } from "../support/verdicts";

const balancer = (props: object) =>
  declare("lb/loadBalancer:LoadBalancer", "models", {
    internal: true,
    dropInvalidHeaderFields: true,
    ...props,
  });
const at = (...properties: readonly string[]) =>
  properties.map((each) => `models (lb/loadBalancer): ${each}`);

describe("lb-internal-by-default", () => {
  it("refuses accelerators and Lightsail's, which are public always", () => {
    violates(control, [declare("lightsail/lb:Lb", "a")], ["a (lightsail/lb): "]);
    violates(
      control,
      [declare("globalaccelerator/accelerator:Accelerator", "a")],
      ["a (globalaccelerator/accelerator): "],
    );
    violates(
      control,
      [declare("globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator", "a")],
      ["a (globalaccelerator/customRoutingAccelerator): "],
    );
  });

  it("passes internal ones", () => {
    passes(control, [balancer({})]);
    passes(control, [balancer({ loadBalancerType: "network", dropInvalidHeaderFields: undefined })]);
    passes(control, [balancer({ loadBalancerType: "gateway", internal: undefined })]);
  });

  it("refuses those that face the internet, which is the default", () => {
    const network = { loadBalancerType: "network", dropInvalidHeaderFields: undefined };
    violates(control, [balancer({ ...network, internal: false })], at("internal"));
    violates(control, [balancer({ ...network, internal: undefined })], at("internal"));
    violates(
      control,
      [declare("elb/loadBalancer:LoadBalancer", "old", {})],
      ["old (elb/loadBalancer): internal"],
    );
  });

  it("wants a web ACL before one that faces the internet", () => {
    const open = balancer({ internal: false });
    violates(control, [open], at("internal", "webAcl"));
    const acl = declare("wafv2/webAclAssociation:WebAclAssociation", "acl", {
      resourceArn: ref(open, "arn"),
    });
    violates(control, [open, acl], at("internal"));
  });

  it("wants malformed requests refused", () => {
    violates(control, [balancer({ dropInvalidHeaderFields: undefined })], at("dropInvalidHeaderFields"));
    violates(control, [balancer({ desyncMitigationMode: "monitor" })], at("desyncMitigationMode"));
    violates(
      control,
      [declare("elb/loadBalancer:LoadBalancer", "old", { internal: true, desyncMitigationMode: "monitor" })],
      ["old (elb/loadBalancer): desyncMitigationMode"],
    );
  });
});
