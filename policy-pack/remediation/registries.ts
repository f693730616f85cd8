import { remediationOf } from "./defaults";

/** Has repositories keep their tags as they were pushed, and scan what is pushed. */
export const hardenRepositories = remediationOf({
  name: "remediate-ecr",
  controls: ["ecr-immutable-and-scanned"],
  description:
    "Makes the tags of repositories immutable and scans what is pushed, where they say nothing of it.",
  fill: {
    "aws:ecr/repository:Repository": {
      imageTagMutability: "IMMUTABLE",
      "imageScanningConfiguration.scanOnPush": true,
    },
    "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate": { imageTagMutability: "IMMUTABLE" },
  },
});
