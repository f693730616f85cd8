import type { ResourceControl } from "../../core";
import { judgeJobsOf, TRAINING_TYPES } from "../../sagemaker/job-resources";
import { judgeEncryption } from "../../sagemaker/judge-encryption";

export const smTrainingEncryption: ResourceControl = {
  kind: "resource",
  name: "sm-training-encryption",
  description:
    "The volumes and results of every training and tuning job are encrypted with a customer managed key, and so is what its instances tell each other.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Training data lies on the volumes, the model is the result, and gradients between instances give the data away.",
  fix: {
    text: "Name the team's key for volumes and results, and turn the encryption between containers on. Types with a local NVMe store take no volume key.",
    code: `new sagemaker.TrainingJob("fraud", {
  ...,
  resourceConfig: { ..., volumeKmsKeyId: key.arn },
  outputDataConfig: { ..., kmsKeyId: key.arn },
  enableInterContainerTrafficEncryption: true,
});`,
  },
  frameworks: { nist: ["SC-8", "SC-28"], gdpr: ["32"] },
  types: TRAINING_TYPES,
  check: (subject) => judgeJobsOf(subject, judgeEncryption),
};
