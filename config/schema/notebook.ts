import { z } from "zod";
import { instanceType } from "./primitives";

/** A notebook instance: in the VPC, without root and without a way to the internet. */
export const notebook = z.strictObject({
  instanceType: instanceType.describe("The notebook's instance type."),
  // https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html
  volumeSizeGb: z
    .number()
    .int()
    .min(5)
    .max(16384)
    .default(50)
    .describe("The size of its encrypted volume, in GiB."),
});
