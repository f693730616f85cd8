import { z } from "zod";
import type { PackSettings } from "../contract/control";

const accountIds = z.array(z.string().regex(/^\d{12}$/, "a quoted account id of 12 digits")).readonly();
const tier = z.enum(["dev", "staging", "prod"]);
const texts = z.array(z.string().min(1)).readonly().default([]);
const textsByTier = z
  .partialRecord(tier, z.array(z.string().min(1)).readonly())
  .readonly()
  .default({});

/** The shape of `company.json`. Every fact has a default, under which the pack works alone. */
export const packSettings: z.ZodType<PackSettings> = z.strictObject({
  allowedRegions: z.array(z.string()).readonly().default([]),
  accounts: z
    .strictObject({
      dev: accountIds.optional(),
      staging: accountIds.optional(),
      prod: accountIds.optional(),
      org: accountIds.optional(),
    })
    .readonly()
    .default({}),
  requiredTags: z.array(z.string().min(1)).readonly().default([]),
  organizationId: z.string().default(""),
  stackTiers: z.record(z.string(), tier).readonly().default({}),
  tagPatterns: z.record(z.string(), z.string()).readonly().default({}),
  imageRegistries: texts,
  trustedBuckets: textsByTier,
  approvedDomains: textsByTier,
  requiredEndpoints: textsByTier,
  trustedAccounts: accountIds.default([]),
  trustedHosts: texts,
  packageHosts: texts,
  upstreamRegistries: texts,
  gitSources: texts,
  machineImages: texts,
  organizationServices: texts,
  permissionsBoundaries: texts,
  instanceTypes: textsByTier,
  mostAccelerated: z.partialRecord(tier, z.int().nonnegative()).readonly().default({}),
});
