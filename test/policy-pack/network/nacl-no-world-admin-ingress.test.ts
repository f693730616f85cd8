import { naclNoWorldAdminIngress as control } from "../../../policy-pack/controls/network/nacl-no-world-admin-ingress";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const ANY = {
  ruleNo: 100,
  action: "allow",
  protocol: "tcp",
  fromPort: 22,
  toPort: 22,
  cidrBlock: "0.0.0.0/0",
};
const acl = (...ingress: readonly object[]) => declare("ec2/networkAcl:NetworkAcl", "private", { ingress });
const at = (path: string) => [`private (ec2/networkAcl): ingress${path}`];

describe("nacl-no-world-admin-ingress", () => {
  it("passes private addresses, other ports, and a deny", () => {
    passes(control, [acl({ ...ANY, cidrBlock: "10.0.0.0/8" })]);
    passes(control, [acl({ ...ANY, fromPort: 443, toPort: 443 })]);
    passes(control, [acl({ ...ANY, action: "deny" })]);
    passes(control, [acl({ ...ANY, protocol: "udp" })]);
  });

  it("refuses SSH and RDP from the world", () => {
    violates(control, [acl(ANY)], at("[0].cidrBlock"));
    violates(control, [acl({ ...ANY, protocol: "6", fromPort: 3000, toPort: 4000 })], at("[0].cidrBlock"));
    violates(control, [acl({ ...ANY, protocol: "-1", fromPort: 0, toPort: 0 })], at("[0].cidrBlock"));
    violates(
      control,
      [acl({ ...ANY, cidrBlock: undefined, ipv6CidrBlock: "::/0" })],
      at("[0].ipv6CidrBlock"),
    );
  });

  it("refuses halves of the world", () => {
    const halves = [
      { ...ANY, cidrBlock: "0.0.0.0/1" },
      { ...ANY, ruleNo: 101, cidrBlock: "128.0.0.0/1" },
    ];
    violates(control, [acl(...halves)], [...at("[0].cidrBlock"), ...at("[1].cidrBlock")]);
  });

  it("lets answers in on high ports when RDP is denied before, and not after", () => {
    const answers = { ...ANY, ruleNo: 200, fromPort: 1024, toPort: 65535 };
    const deny = { ...ANY, action: "deny", fromPort: 3389, toPort: 3389 };
    passes(control, [acl(deny, answers)]);
    violates(control, [acl({ ...deny, ruleNo: 300 }, answers)], at("[1].cidrBlock"));
    violates(control, [acl({ ...deny, cidrBlock: "10.0.0.0/8" }, answers)], at("[1].cidrBlock"));
  });

  it("joins rules that are resources of their own to their ACL", () => {
    const own = acl();
    const rule = (name: string, props: object) =>
      declare("ec2/networkAclRule:NetworkAclRule", name, {
        networkAclId: ref(own),
        ruleNumber: 100,
        ruleAction: "allow",
        protocol: "tcp",
        fromPort: 22,
        toPort: 22,
        cidrBlock: "0.0.0.0/0",
        ...props,
      });
    violates(control, [own, rule("ssh", {})], ["ssh (ec2/networkAclRule): cidrBlock"]);
    passes(control, [own, rule("ssh", {}), rule("deny", { ruleNumber: 1, ruleAction: "deny" })]);
    notApplicable(control, [own, rule("out", { egress: true })]);
  });
});
