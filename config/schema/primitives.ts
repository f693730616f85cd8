import { z } from "zod";

/** The three environments, from the most relaxed to the strictest. */
export const TIERS = ["dev", "staging", "prod"] as const;
export const tier = z.enum(TIERS);
export type Tier = z.infer<typeof tier>;

/** How sensitive a team's data is, from the least to the most sensitive. */
export const DATA_CLASSIFICATIONS = ["synthetic", "public", "internal", "confidential", "restricted"] as const;
export const dataClassification = z.enum(DATA_CLASSIFICATIONS);
export type DataClassification = z.infer<typeof dataClassification>;

/** An AWS account id: twelve digits, always quoted in YAML, because a leading zero would be lost otherwise. */
export const accountId = z.string().regex(/^\d{12}$/, "a quoted string of 12 digits");

/**
 * A name that becomes part of physical names. AWS's tightest limit here is the 63 characters of a bucket
 * name, so that company, environment, team and purpose must share them.
 */
export const shortName = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "lower case letters, digits and single hyphens, starting with a letter");

/** An IPv4 range in CIDR notation. */
export const cidr = z.string().regex(/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/, "an IPv4 range such as 10.16.0.0/16");

/** An AWS region code, https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "a region code such as eu-central-1");
