import {
  deferred,
  type Finding,
  isTrue,
  mustBe,
  mustBeCustomerKey,
  type ResourceControl,
  type Subject,
} from "../../core";

export const codebuildPrivate: ResourceControl = {
  kind: "resource",
  name: "codebuild-private",
  description:
    "Builds are not public, and their artifacts and logs are encrypted with a customer managed key.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A public project shows its logs and artifacts to everyone on the internet, with whatever a build step prints.",
  fix: {
    text: "Leave projectVisibility private, leave encryption on, and name the team's key.",
    code: `new codebuild.Project("training-image", { ..., encryptionKey: key.arn });`,
  },
  frameworks: {
    nist: ["AC-3", "SC-28"],
    fsbp: ["CodeBuild.3"],
    checkov: ["CKV_AWS_147", "CKV_AWS_311"],
  },
  types: ["aws:codebuild/project:Project"],
  check: (project) => [
    ...mustBe(project, "projectVisibility", (value) => value !== "PUBLIC_READ", '"PRIVATE"', { unset: true }),
    ...["artifacts.encryptionDisabled", "logsConfig.s3Logs.encryptionDisabled"].flatMap((property) =>
      mustNotDisable(project, property),
    ),
    ...judgeSecondary(project),
    ...mustBeCustomerKey(project, "encryptionKey"),
  ],
};

function mustNotDisable(project: Subject, property: string): readonly Finding[] {
  return mustBe(project, property, (value) => !isTrue(value), "false", { unset: true });
}

function judgeSecondary(project: Subject): readonly Finding[] {
  const list = project.properties.list("secondaryArtifacts");
  if (list.state === "unknown") return [deferred(project, "secondaryArtifacts")];
  if (list.state === "unset") return [];
  return list.value.flatMap(({ path }) => mustNotDisable(project, `${path}.encryptionDisabled`));
}
