import { prodEgressAllowlist as control } from "../../../policy-pack/controls/egress/prod-egress-allowlist";
import { declare, ref } from "../support/resources";
import { defers, passes, violates } from "../support/verdicts";

const vpc = declare("ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
const group = declare("ec2/securityGroup:SecurityGroup", "training", { vpcId: ref(vpc) });
const rule = (props: object) =>
  declare("vpc/securityGroupEgressRule:SecurityGroupEgressRule", "out", {
    securityGroupId: ref(group),
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    ...props,
  });
const to = (cidrIpv4: string, props: object = {}) => [vpc, group, rule({ cidrIpv4, ...props })];
const FOUND = ["out (vpc/securityGroupEgressRule): cidrIpv4"];

describe("prod-egress-allowlist", () => {
  it("passes endpoints' groups, prefix lists and peers", () => {
    passes(control, [vpc, group, rule({ referencedSecurityGroupId: "sg-2" })]);
    passes(control, [vpc, group, rule({ prefixListId: "pl-1" })]);
    passes(control, to("10.0.16.0/24"));
    passes(control, to("192.168.7.0/28"));
  });

  for (const cidr of [
    "0.0.0.0/0",
    "10.0.0.0/8",
    "10.0.0.0/16",
    "10.0.0.0/17",
    "192.168.0.0/16",
    "203.0.113.7/32",
  ]) {
    it(`refuses ${cidr} in prod and in staging`, () => {
      violates(control, to(cidr), FOUND, { tier: "prod" });
      violates(control, to(cidr), FOUND, { tier: "staging" });
    });
  }

  it("refuses a prefix list of the program's own that holds the VPC", () => {
    const list = declare("ec2/managedPrefixList:ManagedPrefixList", "wide", {
      entries: [{ cidr: "10.0.0.0/8" }],
    });
    violates(
      control,
      [vpc, group, list, rule({ prefixListId: ref(list) })],
      ["out (vpc/securityGroupEgressRule): prefixListId"],
    );
  });

  it("refuses every port, to peers too", () => {
    const all = rule({ referencedSecurityGroupId: "sg-2", ipProtocol: "-1" });
    violates(control, [vpc, group, all], ["out (vpc/securityGroupEgressRule): ipProtocol"]);
  });

  it("passes every port between the members of a fabric, where AWS demands it", () => {
    const template = (interfaceType: string) =>
      declare("ec2/launchTemplate:LaunchTemplate", "nodes", {
        networkInterfaces: [{ interfaceType, securityGroups: [ref(group)] }],
      });
    const everything = { ipProtocol: "-1", fromPort: undefined, toPort: undefined };
    const within = rule({ ...everything, referencedSecurityGroupId: ref(group) });
    passes(control, [vpc, group, template("efa"), within]);
    const found = ["out (vpc/securityGroupEgressRule): ipProtocol"];
    violates(control, [vpc, group, template("interface"), within], found);
    const elsewhere = rule({ ...everything, cidrIpv4: "10.0.16.0/24" });
    violates(control, [vpc, group, template("efa"), elsewhere], found);
  });

  it("defers ports and prefix lists that are not known yet", () => {
    const other = declare("pulumi:pulumi:StackReference", "org", {
      port: 443,
      entries: [{ cidr: "10.0.0.0/8" }],
    });
    const late = rule({ referencedSecurityGroupId: "sg-2", toPort: ref(other, "port") });
    defers(control, [other, vpc, group, late], ["out (vpc/securityGroupEgressRule): ipProtocol"], []);
    const list = declare("ec2/managedPrefixList:ManagedPrefixList", "l", { entries: ref(other, "entries") });
    const found = ["out (vpc/securityGroupEgressRule): prefixListId"];
    defers(control, [other, list, vpc, group, rule({ prefixListId: ref(list) })], found, found);
  });

  it("adds up the peers of a group: a VPC cut into subnets is the VPC", () => {
    const cut = (pieces: number, cidr: (index: number) => string) =>
      Array.from({ length: pieces }, (_, index) => ({
        ...rule({ cidrIpv4: cidr(index) }),
        name: `out-${index}`,
      }));
    const lines = (pieces: number) =>
      Array.from({ length: pieces }, (_, index) => `out-${index} (vpc/securityGroupEgressRule): cidrIpv4`);
    const subnet = (index: number) => `10.0.${index * 16}.0/20`;
    passes(control, [vpc, group, ...cut(4, subnet)]);
    violates(control, [vpc, group, ...cut(5, subnet)], lines(5));
    const outside = (index: number) => `192.168.${index}.0/24`;
    passes(control, [vpc, group, ...cut(16, outside)]);
    violates(control, [vpc, group, ...cut(17, outside)], lines(17));
  });

  it("refuses all but a few ports as it does every port", () => {
    const nearly = rule({ referencedSecurityGroupId: "sg-2", fromPort: 2, toPort: 65535 });
    violates(control, [vpc, group, nearly], ["out (vpc/securityGroupEgressRule): ipProtocol"]);
    passes(control, [vpc, group, rule({ referencedSecurityGroupId: "sg-2", fromPort: 1024, toPort: 65535 })]);
  });

  it("lets dev send to port 443 anywhere inside the VPC, and no further", () => {
    passes(control, to("10.0.0.0/16"), { tier: "dev" });
    violates(control, to("10.0.0.0/16", { fromPort: 80, toPort: 80 }), FOUND, { tier: "dev" });
    violates(control, to("10.0.0.0/8"), FOUND, { tier: "dev" });
  });

  it("takes a CIDR without its VPC for a peer up to a /24", () => {
    const alone = (cidrIpv4: string) => [rule({ securityGroupId: "sg-1", cidrIpv4 })];
    passes(control, alone("10.9.0.0/24"));
    violates(control, alone("10.9.0.0/23"), FOUND);
  });
});
