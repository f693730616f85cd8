import { sgNoWorldIngress as control } from "../../../policy-pack/controls/network/sg-no-world-ingress";
import { declare, type Declared, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const HTTPS = { protocol: "tcp", fromPort: 443, toPort: 443 };
const inline = (...ingress: readonly object[]) =>
  declare("ec2/securityGroup:SecurityGroup", "api", { ingress });
const standalone = (props: object) =>
  declare("ec2/securityGroupRule:SecurityGroupRule", "rule", {
    type: "ingress",
    securityGroupId: "sg-1",
    ...HTTPS,
    ...props,
  });
const single = (name: string, group: Declared, props: object) =>
  declare("vpc/securityGroupIngressRule:SecurityGroupIngressRule", name, {
    securityGroupId: ref(group),
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    ...props,
  });
const group = declare("ec2/securityGroup:SecurityGroup", "api");
const SHORT = "vpc/securityGroupIngressRule";

describe("sg-no-world-ingress", () => {
  it("passes private addresses, groups and prefix lists", () => {
    passes(control, [
      inline({
        ...HTTPS,
        cidrBlocks: ["10.0.0.0/8"],
        ipv6CidrBlocks: ["fd00::/8"],
        securityGroups: ["sg-2"],
      }),
    ]);
    passes(control, [standalone({ sourceSecurityGroupId: "sg-2" })]);
    passes(control, [group, single("peer", group, { prefixListId: "pl-1" })]);
    passes(control, [group, single("office", group, { cidrIpv4: "203.0.113.0/24" })]);
  });

  it("refuses the world in each of the three ways to write a rule", () => {
    violates(
      control,
      [inline({ ...HTTPS, cidrBlocks: ["10.0.0.0/8", "0.0.0.0/0"] })],
      ["api (ec2/securityGroup): ingress[0].cidrBlocks[1]"],
    );
    violates(
      control,
      [standalone({ ipv6CidrBlocks: ["::/0"] })],
      ["rule (ec2/securityGroupRule): ipv6CidrBlocks[0]"],
    );
    violates(
      control,
      [group, single("open", group, { cidrIpv4: "0.0.0.0/0" })],
      [`open (${SHORT}): cidrIpv4`],
    );
    violates(
      control,
      [group, single("open", group, { cidrIpv6: "::/0", ipProtocol: "-1" })],
      [`open (${SHORT}): cidrIpv6`],
    );
  });

  it("refuses it in the default group", () => {
    const ingress = [{ ...HTTPS, cidrBlocks: ["0.0.0.0/0"] }];
    violates(
      control,
      [declare("ec2/defaultSecurityGroup:DefaultSecurityGroup", "d", { ingress })],
      ["d (ec2/defaultSecurityGroup): ingress[0].cidrBlocks[0]"],
    );
  });

  it("refuses halves of the world in one rule, and across rules of one group", () => {
    violates(
      control,
      [inline({ ...HTTPS, cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] })],
      [
        "api (ec2/securityGroup): ingress[0].cidrBlocks[0]",
        "api (ec2/securityGroup): ingress[0].cidrBlocks[1]",
      ],
    );
    const parts = ["3.0.0.0/9", "3.128.0.0/9"];
    const rules = parts.map((cidrIpv4, i) => single(`part-${i}`, group, { cidrIpv4 }));
    violates(control, [group, ...rules], [`part-0 (${SHORT}): cidrIpv4`, `part-1 (${SHORT}): cidrIpv4`]);
  });

  it("does not add up rules of two groups, or of ports that they don't share", () => {
    const other = declare("ec2/securityGroup:SecurityGroup", "other");
    const [a, b] = ["3.0.0.0/9", "3.128.0.0/9"];
    passes(control, [group, other, single("a", group, { cidrIpv4: a }), single("b", other, { cidrIpv4: b })]);
    const ssh = { fromPort: 22, toPort: 22, cidrIpv4: b };
    passes(control, [group, single("a", group, { cidrIpv4: a }), single("b", group, ssh)]);
  });

  it("looks into the program's own prefix lists", () => {
    const list = declare("ec2/managedPrefixList:ManagedPrefixList", "all", {
      entries: [{ cidr: "0.0.0.0/0" }],
    });
    violates(
      control,
      [list, group, single("listed", group, { prefixListId: ref(list) })],
      [`listed (${SHORT}): prefixListId`],
    );
  });

  it("defers a CIDR that is not known yet", () => {
    const address = declare("ec2/eip:Eip", "nat", { publicIp: "0.0.0.0/0" });
    const rule = single("late", group, { cidrIpv4: ref(address, "publicIp") });
    defers(control, [address, group, rule], [`late (${SHORT}): cidrIpv4`], [`late (${SHORT}): cidrIpv4`]);
  });

  it("leaves egress alone", () => {
    notApplicable(control, [standalone({ type: "egress", cidrBlocks: ["0.0.0.0/0"] })]);
  });

  it("judges prefix lists that are for rules of other stacks", () => {
    const list = (...cidrs: readonly string[]) =>
      declare("ec2/managedPrefixList:ManagedPrefixList", "shared", {
        addressFamily: "IPv4",
        entries: cidrs.map((cidr) => ({ cidr })),
      });
    const line = ["shared (ec2/managedPrefixList): entries"];
    violates(control, [list("0.0.0.0/0")], line);
    violates(control, [list("0.0.0.0/1", "128.0.0.0/1")], line);
    notApplicable(control, [list("10.0.0.0/8")]);
    const maker = declare("sqs/queue:Queue", "q", { all: [{ cidr: "0.0.0.0/0" }] });
    const late = declare("ec2/managedPrefixList:ManagedPrefixList", "shared", { entries: ref(maker, "all") });
    defers(control, [maker, late], line, line);
    const out = declare("ec2/route:Route", "out", { destinationPrefixListId: ref(list("0.0.0.0/0")) });
    notApplicable(control, [list("0.0.0.0/0"), out]);
  });
});
