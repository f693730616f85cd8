import { z } from "zod";
import { MODEL_PACKAGE_ARN } from "../model-package";
import { instanceType, teamName, textLike } from "./primitives";

const IMAGE = "an ECR image pinned by digest: ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME@sha256:DIGEST";
const PACKAGE =
  "the ARN of a version of a model package: arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/VERSION";

/** A model that a team serves behind an endpoint of its own. */
export const model = z.strictObject({
  image: textLike(
    /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/[a-z0-9]+([._/-][a-z0-9]+)*@sha256:[a-f0-9]{64}$/,
    IMAGE,
  )
    .optional()
    .describe(
      "The inference image: in ECR, in the shared account or one of the environment's, in the home region, pinned by digest, " +
        "so that what runs is what was scanned. Together with `artifact`; in prod not allowed. Default: that of `modelPackage`.",
    ),
  artifact: textLike(/^[\w!.*'()-]+(\/[\w!.*'()-]+)*\.tar\.gz$/, "the key of a .tar.gz object")
    .max(512)
    .optional()
    .describe(
      "The model's object in the team's model bucket. Together with `image`. Default: that of `modelPackage`.",
    ),
  modelPackage: textLike(MODEL_PACKAGE_ARN, PACKAGE)
    .optional()
    .describe(
      "In place of `image` and `artifact`, and in prod the only way: a version in one of the team's `modelPackageGroups`. Its artifact " +
        "lies in the team's model bucket, below the group's name; its image in the shared account, below the company's name.",
    ),
  instanceType: instanceType.describe("The instance type of the endpoint."),
  instanceCount: z
    .number()
    .int()
    .min(1)
    .max(100)
    .default(2)
    .describe("How many instances serve; in prod at least two."),
  callers: z
    .array(teamName)
    .default([])
    .describe("The teams that may invoke the endpoint, besides its own. They must be in the same account."),
});
