import { z } from "zod";

/** A secret that the team reads at run time. Its value is never written in a stack file. */
export const secret = z.strictObject({
  description: z.string().min(1).max(256).describe("What the secret opens."),
  rotationDays: z.number().int().min(1).max(90).default(30).describe("How often it rotates, in days."),
});
