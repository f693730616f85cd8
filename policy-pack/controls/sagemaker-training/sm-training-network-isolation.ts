import type { ResourceControl } from "../../core";
import { judgeJobsOf, TRAINING_TYPES } from "../../sagemaker/job-resources";
import { judgeIsolation } from "../../sagemaker/judge-network";

export const smTrainingNetworkIsolation: ResourceControl = {
  kind: "resource",
  name: "sm-training-network-isolation",
  description: "The containers of every training and tuning job are cut off from the network.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Training code and its libraries see all the data; with isolation there is nowhere to send it. It is off unless it is turned on.",
  fix: {
    text: "Turn the isolation on; what the code needs goes into the image or an input channel.",
    code: `new sagemaker.TrainingJob("fraud", { ..., enableNetworkIsolation: true });`,
  },
  frameworks: { nist: ["AC-4", "SC-7"], gdpr: ["32"] },
  types: TRAINING_TYPES,
  check: (subject) => judgeJobsOf(subject, judgeIsolation),
};
