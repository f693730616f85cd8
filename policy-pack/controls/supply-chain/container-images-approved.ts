import {
  type Context,
  deferred,
  type Finding,
  isTrue,
  type ResourceControl,
  type Subject,
  type Value,
  violation,
} from "../../core";
import { type Inner, leavesNamed } from "../../core/walk";
import { jsonOf } from "../../sagemaker/json-property";
import { judgeImage } from "../../sagemaker/images";

/** Inputs by type in which containers are described: as objects, or as JSON in a string. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  "aws:apprunner/service:Service": ["sourceConfiguration"],
  "aws:batch/jobDefinition:JobDefinition": [
    "containerProperties",
    "ecsProperties",
    "eksProperties",
    "nodeProperties",
  ],
  "aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime": ["agentRuntimeArtifact"],
  "aws:bedrock/agentcoreHarness:AgentcoreHarness": ["environmentArtifact"],
  "aws:codebuild/project:Project": ["environment"],
  "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition": ["containerDefinitions"],
  "aws:ecs/expressGatewayService:ExpressGatewayService": ["primaryContainer"],
  "aws:ecs/taskDefinition:TaskDefinition": ["containerDefinitions"],
  "aws:emrserverless/application:Application": ["imageConfiguration"],
  "aws:lambda/function:Function": ["imageUri"],
};

/** The provider reads JSON whatever the case of its names: `Image` is an image too. */
const IMAGES = ["image", "Image", "imageUri", "imageIdentifier", "containerUri"];
const PRIVILEGES = ["privileged", "Privileged", "privilegedMode"];

export const containerImagesApproved: ResourceControl = {
  kind: "resource",
  name: "container-images-approved",
  description:
    "Containers run images of approved registries, in prod pinned by their digest, and are not privileged.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "An image from anywhere is somebody else's program with this role and this data, and a privileged container is the machine itself.",
  fix: {
    text: "Push the image to ECR in an account of the organization, and name it by its digest.",
    code: 'containerProperties: JSON.stringify({ image: "222222222222.dkr.ecr.eu-central-1.amazonaws.com/prepare@sha256:...", privileged: false })',
  },
  frameworks: {
    nist: ["CM-7(5)", "SR-3"],
    checkov: ["CKV_AWS_210", "CKV_AWS_316"],
  },
  types: Object.keys(HOLDERS),
  check: (subject, context) =>
    (HOLDERS[subject.type] ?? []).flatMap((input) => judgeInput(subject, input, context)),
};

function judgeInput(subject: Subject, input: string, context: Context): readonly Finding[] {
  const value = contentOf(subject, input);
  if (value.state === "unknown") return [deferred(subject, input)];
  return [
    ...leavesNamed(value, input, IMAGES)
      .filter(({ value: image }) => !isManaged(subject, image))
      .flatMap((leaf) => judgeImage(subject, leaf.path, leaf.value, context)),
    ...leavesNamed(value, input, PRIVILEGES).flatMap((leaf) => judgePrivilege(subject, leaf)),
  ];
}

/** JSON in a string is read; a name that is no JSON, as an image's own, is taken as it is. */
function contentOf(subject: Subject, input: string): Value {
  const whole = subject.properties.get(input);
  if (whole.state !== "known" || typeof whole.value !== "string") return whole;
  if (/^\s*\[/.test(whole.value)) return listIn(whole.value);
  const json = jsonOf(subject, input);
  return json.state === "read" ? { state: "known", value: json.value } : whole;
}

function listIn(text: string): Value {
  try {
    return { state: "known", value: JSON.parse(text) as unknown };
  } catch {
    return { state: "unset" };
  }
}

/** CodeBuild's own images have names without a registry: `aws/codebuild/amazonlinux-x86_64-standard:5.0`. */
function isManaged(subject: Subject, image: Value): boolean {
  return (
    subject.type === "aws:codebuild/project:Project" &&
    image.state === "known" &&
    /^aws\/codebuild\//.test(String(image.value))
  );
}

function judgePrivilege(subject: Subject, { path, value }: Inner): readonly Finding[] {
  if (value.state === "unknown") return [deferred(subject, path)];
  return value.state === "known" && isTrue(value.value)
    ? [violation(subject, path, value, "false", { finding: "Privileged" })]
    : [];
}
