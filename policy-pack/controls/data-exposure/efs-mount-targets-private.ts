import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  isTrue,
  mustBe,
  type Node,
  violation,
} from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { mustBeInPrivateSubnets } from "../../topology/private-subnets";
import { judgeEach } from "../judge-each";

const MOUNT_TARGET = "aws:efs/mountTarget:MountTarget";
const ACCESS_POINT = "aws:efs/accessPoint:AccessPoint";

export const efsMountTargetsPrivate: GraphControl = {
  kind: "graph",
  name: "efs-mount-targets-private",
  description:
    "EFS mount targets are in private subnets, and access points hold their clients to a directory and a user.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A mount target with a way to the internet offers the data to anyone; an access point for the whole tree, as any user, is no limit.",
  fix: {
    text: "Use private subnets; give each access point a root directory of its own and a POSIX user.",
    code: `new efs.MountTarget("a", { fileSystemId: files.id, subnetId: privateSubnet.id, securityGroups });
new efs.AccessPoint("training", {
  fileSystemId: files.id,
  rootDirectory: { path: "/training", creationInfo: { ownerUid: 1000, ownerGid: 1000, permissions: "0750" } },
  posixUser: { uid: 1000, gid: 1000 },
});`,
  },
  frameworks: {
    nist: ["SC-7", "AC-4"],
    fsbp: ["EFS.3", "EFS.4", "EFS.6"],
    checkov: ["CKV_AWS_329", "CKV_AWS_330"],
  },
  check: (graph) =>
    judgeEach(graph.byType(MOUNT_TARGET, ACCESS_POINT), (node) =>
      node.type === ACCESS_POINT ? judgeAccessPoint(node) : judgeMountTarget(graph, node),
    ),
};

function judgeMountTarget(graph: Graph, target: Node): readonly Finding[] {
  const routed = mustBeInPrivateSubnets(graph, target, "subnetId");
  return routed.length > 0 ? routed : judgePublicAddresses(graph, target);
}

/** A subnet that hands out public addresses is meant to be public, whatever its routes are today. */
function judgePublicAddresses(graph: Graph, target: Node): readonly Finding[] {
  return pointedAtFrom(graph, target, ["subnetId"], "aws:ec2/subnet:Subnet").flatMap(
    (subnet): readonly Finding[] => {
      const flag = subnet.properties.get("mapPublicIpOnLaunch");
      if (flag.state === "unknown") return [deferred(target, "subnetId")];
      if (flag.state === "unset" || !isTrue(flag.value)) return [];
      const found = `subnet ${subnet.name}, which hands out public addresses`;
      return [violation(target, "subnetId", found, "a private subnet")];
    },
  );
}

function judgeAccessPoint(point: Node): readonly Finding[] {
  const isBelowRoot = (path: unknown) => typeof path === "string" && /[^/]/.test(path);
  const isId = (id: unknown) => Number.isInteger(Number(id));
  return [
    ...mustBe(point, "rootDirectory.path", isBelowRoot, 'a directory other than "/"'),
    ...mustBe(point, "posixUser.uid", isId, "the id of a user", { unknown: true }),
    ...mustBe(point, "posixUser.gid", isId, "the id of a group", { unknown: true }),
  ];
}
