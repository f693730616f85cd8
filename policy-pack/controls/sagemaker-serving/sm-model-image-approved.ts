import type { ResourceControl } from "../../core";
import { judgeImagesAt } from "../../sagemaker/images";

/** The inputs of each type that hold images. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  "aws:sagemaker/algorithm:Algorithm": ["inferenceSpecification", "trainingSpecification"],
  "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": ["dataQualityAppSpecification"],
  "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob": [
    "trainingJobDefinition",
    "trainingJobDefinitions",
  ],
  "aws:sagemaker/imageVersion:ImageVersion": ["baseImage"],
  "aws:sagemaker/model:Model": ["containers", "primaryContainer"],
  "aws:sagemaker/monitoringSchedule:MonitoringSchedule": ["monitoringScheduleConfig"],
  "aws:sagemaker/trainingJob:TrainingJob": [
    "algorithmSpecification",
    "debugRuleConfigurations",
    "profilerRuleConfigurations",
  ],
};

export const smModelImageApproved: ResourceControl = {
  kind: "resource",
  name: "sm-model-image-approved",
  description:
    "Every image that SageMaker runs comes from ECR in an account of the organization or from AWS's own, and in prod is pinned by its digest.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "The image is the code that sees the data. Whoever may push to a foreign registry, or move a tag, changes it without review.",
  fix: {
    text: "Copy the image into the company's registry and name it by its digest.",
    code: `primaryContainer: { image: pulumi.interpolate\`\${repository.repositoryUrl}@sha256:\${digest}\` },`,
  },
  frameworks: { nist: ["CM-7(5)", "SI-7", "SR-3"], gdpr: ["32"] },
  types: Object.keys(HOLDERS),
  check: (subject, context) =>
    (HOLDERS[subject.type] ?? []).flatMap((input) =>
      judgeImagesAt(subject, subject.properties, input, input, context),
    ),
};
