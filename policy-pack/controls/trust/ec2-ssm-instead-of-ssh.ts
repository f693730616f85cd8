import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  type Node,
  type Value,
  violation,
} from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { leavesNamed } from "../../core/walk";
import { judgeEach } from "../judge-each";

const KEY_PAIR = "aws:ec2/keyPair:KeyPair";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const LAUNCHERS = [
  "aws:ec2/instance:Instance",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
];

/** Launchers that keep key pairs inside a block of theirs, and the role of their instances elsewhere. */
const NESTED: Readonly<Record<string, { readonly input: string; readonly key: string }>> = {
  "aws:batch/computeEnvironment:ComputeEnvironment": { input: "computeResources", key: "ec2KeyPair" },
  "aws:ec2/spotFleetRequest:SpotFleetRequest": { input: "launchSpecifications", key: "keyName" },
};

/** Services that give the instances of a template their role themselves; EKS refuses a template that does. */
const BRING_ROLES = ["aws:eks/nodeGroup:NodeGroup", "aws:batch/computeEnvironment:ComputeEnvironment"];

export const ec2SsmInsteadOfSsh: GraphControl = {
  kind: "graph",
  name: "ec2-ssm-instead-of-ssh",
  description: "Instances have an instance profile, by which Session Manager reaches them, and no SSH key.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "A key pair never expires, is copied from laptop to laptop, and leaves no record of who used it.",
  fix: {
    text: "Leave keyName out, and give the instance a profile whose role may use Session Manager.",
    code: `new ec2.Instance("gpu", { ..., iamInstanceProfile: profile.name });`,
  },
  frameworks: {
    cis: ["2.16"],
    nist: ["AC-3", "CM-2", "CM-5(1)", "CM-6", "CM-8"],
    fsbp: ["SSM.1"],
    checkov: ["CKV2_AWS_41"],
  },
  check: (graph) =>
    judgeEach(graph.byType(TEMPLATE, ...LAUNCHERS, ...Object.keys(NESTED), KEY_PAIR), (node) => {
      if (node.type === KEY_PAIR) return [violation(node, "", "a key pair", "none; Session Manager instead")];
      return judgeLauncher(graph, node);
    }),
};

function judgeLauncher(graph: Graph, node: Node): readonly Finding[] {
  return [
    ...keysOf(node).flatMap(([property, key]) => judgeKey(node, property, key)),
    ...hiddenBlock(node),
    ...judgeProfile(graph, node),
  ];
}

function keysOf(node: Node): readonly (readonly [string, Value])[] {
  const nested = NESTED[node.type];
  if (nested === undefined) return [["keyName", node.properties.get("keyName")]];
  return leavesNamed(node.properties.get(nested.input), nested.input, [nested.key]).map(
    ({ path, value }) => [path, value] as const,
  );
}

/** Inside what is not known as a whole there may be a key. */
function hiddenBlock(node: Node): readonly Finding[] {
  const nested = NESTED[node.type];
  if (nested === undefined || node.properties.get(nested.input).state !== "unknown") return [];
  return [deferred(node, nested.input)];
}

/** A key pair is named by whoever sets it: one that is not known yet is one all the same. */
function judgeKey(node: Node, property: string, key: Value): readonly Finding[] {
  if (key.state === "unset" || (key.state === "known" && key.value === "")) return [];
  return [violation(node, property, key, "no SSH key; Session Manager instead")];
}

function judgeProfile(graph: Graph, node: Node): readonly Finding[] {
  if (NESTED[node.type] !== undefined || getsRoleFromService(graph, node)) return [];
  const profile = node.properties.get("iamInstanceProfile");
  const isSet = profile.state === "unknown" || (profile.state === "known" && profile.value !== "");
  if (isSet || leavesItToTemplate(graph, node)) return [];
  return [violation(node, "iamInstanceProfile", profile, "an instance profile")];
}

function getsRoleFromService(graph: Graph, node: Node): boolean {
  return (
    node.type === TEMPLATE &&
    graph
      .byType(...BRING_ROLES)
      .some((user) =>
        pointedAtFrom(graph, user, ["launchTemplate", "computeResources"], TEMPLATE).includes(node),
      )
  );
}

/** An instance that says nothing takes its template's profile; the template is judged by itself. */
function leavesItToTemplate(graph: Graph, node: Node): boolean {
  return pointedAtFrom(graph, node, ["launchTemplate"], TEMPLATE).length > 0;
}
