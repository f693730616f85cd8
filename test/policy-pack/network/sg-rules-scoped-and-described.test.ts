import { sgRulesScopedAndDescribed as control } from "../../../policy-pack/controls/network/sg-rules-scoped-and-described";
import { declare, ref } from "../support/resources";
import { defers, passes, violates } from "../support/verdicts";

const RULE = {
  protocol: "tcp",
  fromPort: 443,
  toPort: 443,
  cidrBlocks: ["10.0.0.0/24"],
  description: "HTTPS from peers",
};
const group = (props: object) =>
  declare("ec2/securityGroup:SecurityGroup", "api", { description: "The API", ...props });
const rule = (props: object) => group({ ingress: [{ ...RULE, ...props }] });
const at = (path: string) => [`api (ec2/securityGroup): ingress[0].${path}`];

describe("sg-rules-scoped-and-described", () => {
  it("passes described groups and rules with ports of their own", () => {
    passes(control, [rule({})]);
    passes(control, [rule({ fromPort: 22, toPort: 22, cidrBlocks: ["10.0.0.0/20"] })]);
    passes(control, [rule({ protocol: "50", fromPort: 0, toPort: 0 })]);
  });

  it("wants descriptions", () => {
    violates(control, [rule({ description: undefined })], at("description"));
    violates(control, [rule({ description: " " })], at("description"));
    for (const description of [undefined, "", "Managed by Pulumi"]) {
      violates(control, [group({ description })], ["api (ec2/securityGroup): description"]);
    }
  });

  it("wants ports, in groups' rules too", () => {
    violates(control, [rule({ protocol: "-1" })], at("protocol"));
    violates(control, [rule({ fromPort: 0, toPort: 65535 })], at("protocol"));
    violates(control, [rule({ fromPort: 2, toPort: 65535 })], at("protocol"));
    violates(control, [rule({ protocol: "udp", fromPort: undefined, toPort: undefined })], at("protocol"));
    const single = declare("vpc/securityGroupEgressRule:SecurityGroupEgressRule", "all", {
      ipProtocol: "-1",
      referencedSecurityGroupId: "sg-2",
      description: "Everything",
    });
    violates(control, [single], ["all (vpc/securityGroupEgressRule): ipProtocol"]);
  });

  it("passes every port between members of a fabric, where AWS demands it", () => {
    const fabric = declare("ec2/securityGroup:SecurityGroup", "fabric", { description: "Trainers" });
    const rules = (peer: unknown) =>
      ["Ingress", "Egress"].map((direction) =>
        declare(`vpc/securityGroup${direction}Rule:SecurityGroup${direction}Rule`, direction, {
          securityGroupId: ref(fabric),
          referencedSecurityGroupId: peer,
          ipProtocol: "-1",
          description: "Within the fabric",
        }),
      );
    const template = (interfaceType: string) =>
      declare("ec2/launchTemplate:LaunchTemplate", "trainers", {
        networkInterfaces: [{ deviceIndex: 0, interfaceType, securityGroups: [ref(fabric)] }],
      });
    const found = ["Egress", "Ingress"].map((name) => `${name} (vpc/securityGroup${name}Rule): ipProtocol`);
    passes(control, [fabric, template("efa"), ...rules(ref(fabric))]);
    violates(control, [fabric, template("interface"), ...rules(ref(fabric))], found);
    violates(control, [fabric, template("efa"), ...rules("sg-2")], found);
    const maker = declare("sqs/queue:Queue", "q", { fabric: "efa", plain: "interface" });
    const late = (output: string) =>
      declare("ec2/networkInterface:NetworkInterface", "card", {
        interfaceType: ref(maker, output),
        securityGroups: [ref(fabric)],
      });
    defers(control, [maker, fabric, late("fabric"), ...rules(ref(fabric))], found, []);
    defers(control, [maker, fabric, late("plain"), ...rules(ref(fabric))], found, found);

    const itself = declare("ec2/securityGroup:SecurityGroup", "glue", {
      description: "Jobs of Glue",
      ingress: [{ protocol: "tcp", fromPort: 0, toPort: 65535, self: true, description: "Among themselves" }],
    });
    const connection = declare("glue/connection:Connection", "db", {
      physicalConnectionRequirements: { securityGroupIdLists: [ref(itself)] },
    });
    passes(control, [itself, connection]);
    violates(control, [itself], ["glue (ec2/securityGroup): ingress[0].protocol"]);
  });

  it("adds up the ranges that administration may come from, and reads prefix lists", () => {
    const ssh = { fromPort: 22, toPort: 22 };
    const pieces = (count: number) => Array.from({ length: count }, (_, index) => `10.0.${index * 16}.0/20`);
    passes(control, [rule({ ...ssh, cidrBlocks: pieces(4) })]);
    violates(
      control,
      [rule({ ...ssh, cidrBlocks: pieces(5) })],
      pieces(5).flatMap((_, index) => at(`cidrBlocks[${index}]`)),
    );
    const list = declare("ec2/managedPrefixList:ManagedPrefixList", "office", {
      entries: [{ cidr: "10.0.0.0/8" }],
    });
    const listed = rule({ ...ssh, cidrBlocks: undefined, prefixListIds: [ref(list)] });
    violates(control, [list, listed], at("prefixListIds[0]"));
  });

  it("refuses administration from wide private ranges", () => {
    violates(control, [rule({ fromPort: 20, toPort: 25, cidrBlocks: ["10.0.0.0/19"] })], at("cidrBlocks[0]"));
    violates(
      control,
      [rule({ fromPort: 3389, toPort: 3389, cidrBlocks: ["10.0.0.0/8"] })],
      at("cidrBlocks[0]"),
    );
  });
});
