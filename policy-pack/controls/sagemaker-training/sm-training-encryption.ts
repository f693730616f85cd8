import type { GraphControl } from "../../core";
import { judgeJobsOf, TRAINING_TYPES } from "../../sagemaker/job-resources";
import { judgeEncryption } from "../../sagemaker/judge-encryption";
import { judgeOwnLocations } from "../../sagemaker/own-locations";
import { judgeEach } from "../judge-each";

export const smTrainingEncryption: GraphControl = {
  kind: "graph",
  name: "sm-training-encryption",
  description:
    "The volumes and results of every training and tuning job are encrypted with a customer managed key, and so is what its instances tell each other; what it reads and writes lies in the company's buckets.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Training data lies on the volumes, the model is the result, and gradients between instances give the data away. A checkpoint in a stranger's bucket is a copy of the model; data from one trains it for the stranger.",
  fix: {
    text: "Name the team's key for volumes and results, and places in the team's buckets, and turn the encryption between containers on. Types with a local NVMe store take no volume key.",
    code: `new sagemaker.TrainingJob("fraud", {
  ...,
  resourceConfig: { ..., volumeKmsKeyId: key.arn },
  outputDataConfig: { ..., kmsKeyId: key.arn },
  enableInterContainerTrafficEncryption: true,
});`,
  },
  frameworks: { nist: ["SC-8", "SC-28"], gdpr: ["32"] },
  check: (graph, context) =>
    judgeEach(graph.byType(...TRAINING_TYPES), (node) => [
      ...judgeJobsOf(node, judgeEncryption),
      ...judgeOwnLocations(graph, node, context),
    ]),
};
