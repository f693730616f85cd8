import { efsMountTargetsPrivate as control } from "../../../policy-pack/controls/data-exposure/efs-mount-targets-private";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const vpc = declare("ec2/vpc:Vpc", "ml");
const gateway = declare("ec2/internetGateway:InternetGateway", "igw", { vpcId: ref(vpc) });
const open = declare("ec2/routeTable:RouteTable", "open", {
  vpcId: ref(vpc),
  routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref(gateway) }],
});
const subnet = (props: Declared["props"] = {}) =>
  declare("ec2/subnet:Subnet", "a", { vpcId: ref(vpc), ...props });
const joined = (to: Declared) =>
  declare("ec2/routeTableAssociation:RouteTableAssociation", "a", {
    subnetId: ref(to),
    routeTableId: ref(open),
  });
const target = (to: Declared) => declare("efs/mountTarget:MountTarget", "m", { subnetId: ref(to) });
const point = (props: Declared["props"]) => [declare("efs/accessPoint:AccessPoint", "p", props)];
const SCOPED = { rootDirectory: { path: "/training" }, posixUser: { uid: 1000, gid: 1000 } };
const LINE = ["m (efs/mountTarget): subnetId"];

describe("efs-mount-targets-private", () => {
  it("passes a mount target in a private subnet, or in a subnet of another stack", () => {
    passes(control, [vpc, gateway, open, subnet(), target(subnet())]);
    passes(control, [declare("efs/mountTarget:MountTarget", "m", { subnetId: "subnet-1" })]);
  });

  it("finds a mount target in a subnet that routes to the internet, or hands out public addresses", () => {
    violates(control, [vpc, gateway, open, subnet(), joined(subnet()), target(subnet())], LINE);
    const handing = subnet({ mapPublicIpOnLaunch: true });
    violates(control, [vpc, handing, target(handing)], LINE);
    const usual = declare("ec2/defaultSubnet:DefaultSubnet", "a");
    violates(control, [usual, target(usual)], LINE);
  });

  it("passes an access point for a directory and a user", () => {
    passes(control, point(SCOPED));
    passes(control, point({ ...SCOPED, posixUser: { uid: 0, gid: 0 } }));
  });

  it("finds an access point for the whole tree, or as any user", () => {
    const path = ["p (efs/accessPoint): rootDirectory.path"];
    const user = ["p (efs/accessPoint): posixUser.uid", "p (efs/accessPoint): posixUser.gid"];
    violates(control, point({}), [...path, ...user]);
    for (const root of ["/", "//", ""]) {
      violates(control, point({ ...SCOPED, rootDirectory: { path: root } }), path);
    }
    violates(control, point({ ...SCOPED, posixUser: undefined }), user);
  });

  it("waits for a path that is not known yet", () => {
    const value = declare("made/up:Value", "v", { path: "/" });
    const line = ["p (efs/accessPoint): rootDirectory.path"];
    const unknown = point({ ...SCOPED, rootDirectory: { path: ref(value, "path") } });
    defers(control, [value, ...unknown], line, line);
    notApplicable(control, [vpc]);
  });
});
