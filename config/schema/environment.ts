import { z } from "zod";
import { accountName, textLike, tier } from "./primitives";
import { securityContact } from "./security-contact";

/** One environment, written in its own stack file under `mlplatform:environment`. */
export const environment = z.strictObject({
  tier: tier.describe("The tier, which decides the posture. Must be the stack's name."),
  account: accountName.describe(
    "The workload account of the core and of every team without an account of its own.",
  ),
  zones: z
    .array(textLike(/^[a-f]$/, "a zone letter from a to f"))
    .min(2)
    .max(3)
    .default(["a", "b", "c"])
    .describe("The letters of the availability zones, of which the tier's number is used."),
  standalone: z
    .boolean()
    .default(false)
    .describe("True for a single-account trial with no `org` stack: audit logs then stay in the account."),
});
export type Environment = z.infer<typeof environment>;

/** What the `org` stack is told, under `mlplatform:organization`. */
export const organization = z.strictObject({
  securityContact: securityContact.describe(
    "Who answers for the organization's own accounts, and whom AWS tells there of security matters.",
  ),
});
export type Organization = z.infer<typeof organization>;
