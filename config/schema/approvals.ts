import { z } from "zod";
import { accountId, TIERS, textLike } from "./primitives";

const text = textLike(/^\S+$/, "text without spaces");

function isPattern(value: string): boolean {
  try {
    return new RegExp(value) instanceof RegExp;
  } catch {
    return false;
  }
}

/** A regular expression that a name must match in whole. */
const pattern = text.refine(isPattern, { error: "a regular expression" });

const byTier = <T extends z.ZodType>(list: T) =>
  z
    .strictObject(
      Object.fromEntries(
        TIERS.map((tier) => [tier, list.optional().describe(`Those of ${tier}.`)]),
      ) as Record<(typeof TIERS)[number], z.ZodOptional<T>>,
    )
    .optional();

/**
 * What the company's programs may use and reach besides what is the platform's own. The policy pack is told of it; what is
 * left out has the pack's default.
 */
export const approvals = z.strictObject({
  approvedDomains: byTier(z.array(text)).describe(
    "Domains that a firewall may let through, by tier; a leading dot stands for those beneath it too. Left out, prod has none, and other tiers any that is narrow enough.",
  ),
  gitSources: z
    .array(text)
    .optional()
    .describe("Beginnings of addresses that source code may come from, such as https://github.com/acme/."),
  imageRegistries: z
    .array(text)
    .optional()
    .describe("Account ids or hosts that container images may come from besides the company's registries."),
  instanceTypes: byTier(z.array(pattern)).describe(
    "Regular expressions that instance types match in whole, by tier. Left out, any type.",
  ),
  machineImages: z
    .array(pattern)
    .optional()
    .describe("Regular expressions for ids of machine images, or names of SSM parameters that hold them."),
  packageHosts: z
    .array(text)
    .optional()
    .describe("Hosts that scripts may install packages from, besides CodeArtifact."),
  trustedAccounts: z
    .array(accountId)
    .optional()
    .describe("Accounts of other companies that something may be given to."),
  trustedBuckets: byTier(z.array(pattern)).describe(
    "Regular expressions for the names of the company's buckets that the platform did not name, by tier.",
  ),
  trustedHosts: z.array(text).optional().describe("Hosts outside AWS that data may be sent to."),
  upstreamRegistries: z
    .array(text)
    .optional()
    .describe("Hosts of registries that ECR may pull through to, such as public.ecr.aws."),
});
