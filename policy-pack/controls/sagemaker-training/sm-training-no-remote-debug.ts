import type { ResourceControl } from "../../core";
import { judgeJobsOf, TRAINING_TYPES } from "../../sagemaker/job-resources";
import { judgeDebugging } from "../../sagemaker/judge-debugging";

export const smTrainingNoRemoteDebug: ResourceControl = {
  kind: "resource",
  name: "sm-training-no-remote-debug",
  description: "Nobody opens a shell in a training job, and every training job has an end.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A shell in the container shows all the training data to whoever opens it; a job without an end costs without an end, and so do machines kept warm.",
  fix: {
    text: "Leave remote debugging off, cap the run at five days, the wait for spot instances at ten, and a warm pool at half an hour.",
    code: `new sagemaker.TrainingJob("fraud", {
  ...,
  stoppingCondition: { maxRuntimeInSeconds: 86_400 },
});`,
  },
  frameworks: { nist: ["AC-17", "CM-7"], gdpr: ["32"] },
  types: TRAINING_TYPES,
  check: (subject) => judgeJobsOf(subject, judgeDebugging),
};
