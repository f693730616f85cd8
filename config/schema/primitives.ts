import { z } from "zod";
import { LONGEST } from "../limits";

// The messages in these schemas say what is expected: they complete the sentence "Expected …".

/** Text of a certain form. A value of another kind is told the same as one of another form. */
export const textLike = (form: RegExp, expected: string) =>
  z.string({ error: expected }).regex(form, expected);

/** The three environments, from the most relaxed to the strictest. */
export const TIERS = ["dev", "staging", "prod"] as const;
export const tier = z.enum(TIERS);
export type Tier = z.infer<typeof tier>;

/** How sensitive a team's data is, from the least to the most sensitive. */
export const DATA_CLASSIFICATIONS = [
  "synthetic",
  "public",
  "internal",
  "confidential",
  "restricted",
] as const;
export const dataClassification = z.enum(DATA_CLASSIFICATIONS);
export type DataClassification = z.infer<typeof dataClassification>;

/** An AWS account id: twelve digits, always quoted in YAML, because a leading zero would be lost otherwise. */
export const accountId = textLike(/^\d{12}$/, "a quoted string of 12 digits");

const NAME = "lower case letters, digits and single hyphens, starting with a letter";

/** A name that becomes part of physical names, at most `longest` characters. */
export const nameUpTo = (longest: number) =>
  textLike(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, NAME).max(longest, `at most ${longest} characters`);

export const accountName = nameUpTo(LONGEST.account);
export const teamName = nameUpTo(LONGEST.team);
export const itemName = nameUpTo(LONGEST.item);

/** An IPv4 range in CIDR notation. */
export const cidr = textLike(/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/, "an IPv4 range such as 10.16.0.0/16");

/** An AWS region code, https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export const region = textLike(/^[a-z]{2}(-[a-z]+)+-\d$/, "a region code such as eu-central-1");

/** A SageMaker instance type: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html */
export const instanceType = textLike(
  /^ml\.[a-z0-9-]+\.[a-z0-9]+$/,
  "a SageMaker instance type such as ml.m5.xlarge",
);

/** The cost centre that a tag names, and that cost reports go by. */
export const costCenter = textLike(/^CC-\d{4,8}$/, "a cost centre such as CC-1001");

/** A person's or a group's mail address. */
export const mailAddress = z
  .email("a mail address such as fraud-lead@example.com")
  .max(254, "at most 254 characters");
