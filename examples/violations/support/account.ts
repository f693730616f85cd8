import { Provider } from "@pulumi/aws/provider";
import type { Region } from "@pulumi/aws/types/enums";
import type { CustomResourceOptions } from "@pulumi/pulumi";

/** The accounts of the tiers, as in the pack's `company.json`. */
export const ACCOUNTS = { dev: "555555555555", staging: "666666666666", prod: "888888888888" } as const;
export type Tier = keyof typeof ACCOUNTS;

export const REGION = "eu-central-1";
export const PARTITION = "aws";
export const ORGANIZATION = "o-exampleorgid";

/** Tags that everything carries, besides the environment. */
const TAGS = {
  CostCenter: "CC-4711",
  DataClassification: "internal",
  ManagedBy: "pulumi",
  Owner: "ml@example.com",
  Team: "fraud",
};

export interface AccountArgs {
  /** @default the tier's account */
  readonly account?: string;
  /** @default `eu-central-1` */
  readonly region?: Region;
  /** Tags besides the environment. @default all that the company requires */
  readonly tags?: Record<string, string>;
}

/** The options of resources in a tier's account: an explicit provider that may act nowhere else. */
export function account(tier: Tier, args: AccountArgs = {}): CustomResourceOptions {
  const id = args.account ?? ACCOUNTS[tier];
  const provider = new Provider("account", {
    region: args.region ?? REGION,
    allowedAccountIds: [id],
    assumeRoles: [{ roleArn: arn("iam", "role/deployment", { account: id, region: "" }) }],
    defaultTags: { tags: { Environment: tier, ...(args.tags ?? TAGS) } },
  });
  return { provider };
}

/** The required tags without some, for a provider. */
export function tagsWithout(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(TAGS).filter(([name]) => !names.includes(name)));
}

/** An ARN, in the account of `dev` unless another is named. */
export function arn(
  service: string,
  resource: string,
  parts: { readonly account?: string; readonly region?: string } = {},
): string {
  return `arn:${PARTITION}:${service}:${parts.region ?? REGION}:${parts.account ?? ACCOUNTS.dev}:${resource}`;
}

/** The ARN of a role in a tier's account. */
export const roleArn = (tier: Tier, name: string): string =>
  arn("iam", `role/${name}`, { account: ACCOUNTS[tier], region: "" });
