import { z } from "zod";
import { instanceType } from "./primitives";

/** What a team's training jobs may use. */
export const training = z.strictObject({
  instanceTypes: z.array(instanceType).min(1).describe("The instance types that training jobs may use."),
  // 28 days, https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html
  maxRuntimeHours: z
    .number()
    .int()
    .min(1)
    .max(672)
    .default(24)
    .describe("The longest that one job may run, in hours."),
});
