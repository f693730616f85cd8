import { z } from "zod";
import { textLike } from "./primitives";

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_FeatureDefinition.html */
const featureName = textLike(
  /^[a-zA-Z0-9]([_-]*[a-zA-Z0-9])*$/,
  "letters, digits, underscores and hyphens, with a letter or digit at both ends",
).max(64, "at most 64 characters");

/** A feature group: an online and an offline store of records with the same features. */
export const featureGroup = z.strictObject({
  recordIdentifier: featureName.describe("The feature that identifies a record."),
  eventTime: featureName.describe("The feature that holds a record's time, a String or a Fractional."),
  features: z
    .record(featureName, z.enum(["String", "Integral", "Fractional"]))
    .describe("Each feature's type, by name."),
});
export type FeatureGroup = z.infer<typeof featureGroup>;
