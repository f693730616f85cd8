import { isRecord, plain, type Properties } from "./values";

/** What a provider was told of where it acts. */
export interface Configuration {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly defaultTags: Readonly<Record<string, string>>;
}

/** The configuration would be refused by AWS, or by the real provider. */
export class ConfigurationError extends Error {}

/** The account of a provider that names none: the one that AWS's documentation uses. */
const OWN_ACCOUNT = "123456789012";
const OWN_REGION = "us-east-1";

/**
 * Reads a provider's configuration, in which everything that is not a string is JSON inside a string.
 * @throws ConfigurationError when the role that is assumed is not in an allowed account.
 */
export function readConfiguration(args: Properties): Configuration {
  const config = plain<Properties>(args);
  const allowed = texts(decoded(config.allowedAccountIds));
  const assumed = assumedAccount(decoded(config.assumeRoles));
  const account = assumed ?? (allowed.length === 1 ? (allowed[0] ?? OWN_ACCOUNT) : OWN_ACCOUNT);
  if (allowed.length > 0 && !allowed.includes(account)) {
    throw new ConfigurationError(
      `AWS account ID not allowed: ${account}. Allowed by allowedAccountIds: ${allowed.join(", ")}.`,
    );
  }
  if (texts(decoded(config.forbiddenAccountIds)).includes(account)) {
    throw new ConfigurationError(`AWS account ID not allowed: ${account} is in forbiddenAccountIds.`);
  }
  const region = typeof config.region === "string" ? config.region : OWN_REGION;
  return {
    account,
    region,
    partition: partitionOf(region),
    defaultTags: defaultTags(decoded(config.defaultTags)),
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

function decoded(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new ConfigurationError(`A setting of the provider is not JSON: ${value.slice(0, 80)}`);
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Of a chain of roles, the last is the one that acts. */
function assumedAccount(roles: unknown): string | undefined {
  const last: unknown = Array.isArray(roles) ? roles.at(-1) : undefined;
  if (!isRecord(last) || typeof last.roleArn !== "string") return undefined;
  const account = /^arn:[\w-]+:iam::(\d{12}):role\/.+$/.exec(last.roleArn)?.[1];
  if (account === undefined)
    throw new ConfigurationError(`assumeRoles: "${last.roleArn}" is not the ARN of a role.`);
  return account;
}

function defaultTags(value: unknown): Readonly<Record<string, string>> {
  const tags = isRecord(value) ? value.tags : undefined;
  return isRecord(tags) ? (tags as Record<string, string>) : {};
}
