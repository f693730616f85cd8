import { z } from "zod";
import { LONGEST } from "../limits";
import { approvals } from "./approvals";
import {
  accountId,
  accountName,
  cidr,
  costCenter,
  mailAddress,
  nameUpTo,
  region,
  textLike,
  tier,
} from "./primitives";

/** An account in which teams work: the core account of an environment, or one of a single team's own. */
const workloadAccount = z.strictObject({
  id: accountId.describe("The account's id, quoted."),
  environment: tier.describe("The environment that the account belongs to."),
  cidr: cidr.describe("The range of the account's VPC, a private /16. No two accounts' ranges may overlap."),
});

const organizationalUnit = textLike(
  /^ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}$/,
  "an organizational unit's id such as ou-ab12-11111111",
);

const organization = z.strictObject({
  id: textLike(/^o-[a-z0-9]{10,32}$/, "an organization's id such as o-exampleorgid").describe(
    "The id of the AWS organization.",
  ),
  units: z
    .strictObject({
      dev: organizationalUnit.describe("The unit of the accounts of dev."),
      staging: organizationalUnit.describe("The unit of the accounts of staging."),
      prod: organizationalUnit.describe("The unit of the accounts of prod."),
    })
    .describe("The organizational units of the environments' accounts, each its own."),
});

const accounts = z.strictObject({
  management: accountId.describe("The organization's management account."),
  logArchive: accountId.describe("The account that keeps the audit logs."),
  security: accountId.describe("The account of the security tooling."),
  shared: accountId.describe("The account of the state backend and of what all environments share."),
  workloads: z.record(accountName, workloadAccount).describe("The accounts in which teams work, by name."),
});

/** Facts that hold for the whole company, written once in Pulumi.yaml under `mlplatform:company`. */
export const company = z.strictObject({
  name: nameUpTo(LONGEST.company).describe(
    `Prefix of every physical name, at most ${LONGEST.company} characters.`,
  ),
  partition: z.enum(["aws", "aws-us-gov", "aws-cn"]).default("aws").describe("The AWS partition."),
  organization: organization.describe("The AWS organization that the accounts belong to."),
  regions: z
    .strictObject({
      home: region.describe("The region in which everything is made."),
      allowed: z
        .array(region)
        .min(1)
        .describe("The regions that anything may be made in, the home region among them."),
    })
    .describe("Where the company works."),
  accounts: accounts.describe("All accounts. No two of them may have the same id."),
  platform: z
    .strictObject({
      costCenter: costCenter.describe("The cost centre that pays for what belongs to no team."),
      owners: z.array(mailAddress).min(1).max(10).describe("Mail addresses of the people who answer for it."),
    })
    .describe("Who has the platform itself."),
  approvals: approvals
    .optional()
    .describe(
      "What programs may use and reach besides what is the platform's own. The policy pack judges by it.",
    ),
  deploymentRole: textLike(/^[\w+=,.@-]{1,64}$/, "a role name")
    .default("mlplatform-deployment")
    .describe("Name of the role that the providers assume in each account."),
  previewRole: textLike(/^[\w+=,.@-]{1,64}$/, "a role name")
    .default("mlplatform-preview")
    .describe("Name of the role that only reads, and that previews of pull requests assume instead."),
});
export type Company = z.infer<typeof company>;
