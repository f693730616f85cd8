import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  type Node,
  type Value,
  violation,
} from "../../core";
import { leavesNamed, leavesNamedOrHidden } from "../../core/walk";
import { isAccelerated } from "../compute/accelerated";
import { judgeEach } from "../judge-each";

const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";

/** Inputs by type in which an image is named, and the names inside them. */
const HOLDERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "aws:batch/computeEnvironment:ComputeEnvironment": { computeResources: ["imageId", "imageIdOverride"] },
  "aws:ec2/instance:Instance": { ami: ["ami"] },
  "aws:ec2/launchConfiguration:LaunchConfiguration": { imageId: ["imageId"] },
  "aws:ec2/launchTemplate:LaunchTemplate": { imageId: ["imageId"] },
  "aws:ec2/spotFleetRequest:SpotFleetRequest": { launchSpecifications: ["ami"] },
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": { ami: ["ami"] },
};

/** What makes images in the same stack. */
const MAKERS = [
  "aws:ec2/ami:Ami",
  "aws:ec2/amiCopy:AmiCopy",
  "aws:ec2/amiFromInstance:AmiFromInstance",
  "aws:imagebuilder/image:Image",
];

export const approvedAmis: GraphControl = {
  kind: "graph",
  name: "approved-amis",
  description:
    "Machines start from approved images, AWS's public parameters or images of the same stack, and machines with GPUs from those made for them.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Whoever made the image is root on every machine that starts from it; look-alikes of popular images stand in the public list.",
  fix: {
    text: "Name the image by AWS's public parameter, or list its id in policy-pack/company.json.",
    code: `imageId: "resolve:ssm:/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-amazon-linux-2023/latest/ami-id"`,
  },
  frameworks: { nist: ["CM-7(5)", "SI-2"], checkov: ["CKV_AWS_386"] },
  check: (graph, context) =>
    judgeEach(graph.byType(...Object.keys(HOLDERS), NODE_GROUP), (node) =>
      node.type === NODE_GROUP ? judgeNodes(node) : judgeImages(graph, node, context),
    ),
};

function judgeImages(graph: Graph, node: Node, context: Context): readonly Finding[] {
  return Object.entries(HOLDERS[node.type] ?? {}).flatMap(([input, names]) =>
    leavesNamedOrHidden(node.properties.get(input), input, names).flatMap(({ path, value }) =>
      judgeImage(graph, node, input, path, value, context),
    ),
  );
}

function judgeImage(
  graph: Graph,
  node: Node,
  input: string,
  path: string,
  value: Value,
  { settings }: Context,
): readonly Finding[] {
  if (node.references(input).some(({ type }) => MAKERS.includes(type))) return [];
  if (value.state === "unknown") return [deferred(node, path)];
  const image = value.state === "known" ? String(value.value) : "";
  if (graph.identifiedBy(image, ...MAKERS).length > 0) return [];
  const parameter = /^resolve:ssm:([^:]+)/.exec(image)?.[1];
  const isListed = (text: string) =>
    settings.machineImages.some((one) => new RegExp(`^(?:${one})$`).test(text));
  const isApproved =
    parameter === undefined
      ? settings.machineImages.length === 0 || isListed(image)
      : parameter.startsWith("/aws/service/") || isListed(parameter);
  return isApproved
    ? []
    : [violation(node, path, value, "an approved image, or a public parameter of AWS", { finding: image })];
}

/**
 * EKS makes its own images, for GPUs too: https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html
 * A custom one comes from the launch template, which is judged itself.
 */
function judgeNodes(group: Node): readonly Finding[] {
  const types = leavesNamed(group.properties.get("instanceTypes"), "instanceTypes", ["instanceTypes"]);
  if (group.properties.get("instanceTypes").state === "unknown") return [deferred(group, "instanceTypes")];
  const runsGpus = types.some(({ value }) => value.state === "known" && isAccelerated(value.value));
  const amiType = group.properties.get("amiType");
  if (amiType.state === "unknown") return [deferred(group, "amiType")];
  const name = amiType.state === "known" ? String(amiType.value) : "";
  if (name === "CUSTOM") {
    return group.properties.get("launchTemplate").state === "unset"
      ? [violation(group, "amiType", amiType, "a launch template that names the image")]
      : [];
  }
  if (!runsGpus || /NVIDIA|NEURON|GPU/.test(name)) return [];
  return [violation(group, "amiType", amiType, "an image type made for accelerators: AL2023_x86_64_NVIDIA")];
}
