import type { Finding, PackSettings } from "../contract/control";
import type { Subject } from "../contract/subject";
import { deferred, violation } from "../core/findings";
import { isAccountId, parseArn } from "./arn";
import { type LimitingKeys, limitedBy } from "./condition";
import { perimeterKeys } from "./perimeter";
import { principalOf } from "./principal";
import type { Statement } from "./statement";
import { hasWildcard } from "./wildcard";
import { someCovers } from "./covers";

/** Actions that read what a key protects, or let another do so. */
const USES = [
  "kms:Decrypt",
  "kms:ReEncryptFrom",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyPair",
  "kms:DeriveSharedSecret",
  "kms:CreateGrant",
];

/** Findings when a statement of a key's policy lets AWS principals use the key without saying who, and through what. */
export function judgeKeyUse(key: Subject, statement: Statement, settings: PackSettings): readonly Finding[] {
  const used = USES.filter((use) => someCovers(statement.actions, use));
  const principals = statement.principals.values.filter((written) => {
    const { kind } = principalOf(written);
    const isUser = kind === "anyone" || kind === "account" || kind === "named";
    return isUser && !isServiceLinked(written.value);
  });
  const later = used.length === 0 ? statement.actions.unknown : statement.principals.unknown;
  if (used.length === 0 || principals.length === 0) return later.map((path) => deferred(key, path));
  const unnamed = principals.find((written) => principalOf(written).kind !== "named");
  return [
    ...(unnamed === undefined || isVolumesOfAccount(statement) || isRoleOfOrganization(statement, settings)
      ? []
      : judgeLimit(key, statement, namingKeys, {
          property: unnamed.path,
          found: `${used.join(", ")} by "${unnamed.value}"`,
          required: "named roles, as principals or by aws:PrincipalArn",
          finding: `Principal::${unnamed.value}`,
        })),
    ...judgeLimit(key, statement, channelKeys(used), {
      property: `${statement.path}.Condition`,
      found: `${used.join(", ")} through any service or none`,
      required: "StringEquals on kms:ViaService; for kms:CreateGrant alone kms:GrantIsForAWSResource",
      finding: "kms:ViaService",
    }),
  ];
}

/**
 * Whether a principal is a role that only a service of AWS can assume; nobody else can make one under this path, so
 * that it uses the key as the service itself would.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
function isServiceLinked(principal: string): boolean {
  const arn = parseArn(principal);
  return (
    arn?.service === "iam" &&
    isAccountId(arn.account) &&
    /^role\/aws-service-role\/[a-z0-9.-]+\.amazonaws\.com\/[\w+=,.@-]+$/.test(arn.resource)
  );
}

function judgeLimit(
  key: Subject,
  statement: Statement,
  keys: LimitingKeys,
  what: {
    readonly property: string;
    readonly found: string;
    readonly required: string;
    readonly finding: string;
  },
): readonly Finding[] {
  switch (limitedBy(statement, keys)) {
    case "limits":
      return [];
    case "unknown":
      return [deferred(key, `${statement.path}.Condition`)];
    case "open":
      return what.finding === "kms:ViaService" && onlyGrantsToServices(statement)
        ? []
        : [violation(key, what.property, what.found, what.required, { finding: what.finding })];
  }
}

/** Conditions that name roles: an ARN with its account and at least the beginning of a name, or a principal tag. */
const namingKeys: LimitingKeys = (key) => {
  if (key === "aws:principalarn") {
    return (value) => isAccountId(parseArn(value)?.account ?? "") && hasRoleName(value);
  }
  return key.startsWith("aws:principaltag/") ? (value) => value !== "" && !hasWildcard(value) : undefined;
};

const hasRoleName = (arn: string): boolean => /^role\/[^*?]/.test(parseArn(arn)?.resource ?? "");

/** Whether a statement is for a role of one name in whichever account of the organization: the deployment role. */
function isRoleOfOrganization(statement: Statement, settings: PackSettings): boolean {
  const byName: LimitingKeys = (key) => (key === "aws:principalarn" ? hasRoleName : undefined);
  const perimeter = perimeterKeys(settings);
  const inOrganization: LimitingKeys = (key) => (key === "aws:principalorgid" ? perimeter(key) : undefined);
  return limitedBy(statement, byName) === "limits" && limitedBy(statement, inOrganization) === "limits";
}

/**
 * Whether a statement serves an account's default key for volumes, which whoever makes a volume must be able to use.
 * Only EC2 may use it in their name, and EC2 hands the data key to nobody.
 * https://docs.aws.amazon.com/ebs/latest/userguide/how-ebs-encryption-works.html
 */
function isVolumesOfAccount(statement: Statement): boolean {
  const throughEc2: LimitingKeys = (key) =>
    key === "kms:viaservice" ? (value) => /^ec2\.[a-z0-9-]+\.amazonaws\.com/.test(value) : undefined;
  const inAccount: LimitingKeys = (key) => (key === "kms:calleraccount" ? isAccountId : undefined);
  return limitedBy(statement, throughEc2) === "limits" && limitedBy(statement, inAccount) === "limits";
}

/** Conditions that say through what a key is used: a service, or what the data belongs to. */
function channelKeys(used: readonly string[]): LimitingKeys {
  return (key) => {
    if (key === "kms:viaservice") return (value) => /^[a-z0-9-]+\..+\.amazonaws\.com/.test(value);
    const context = key.startsWith("kms:encryptioncontext:") && !used.includes("kms:CreateGrant");
    return context ? (value) => !/^[*?]*$/.test(value) : undefined;
  };
}

/** Whether a statement does nothing but let AWS services take grants for their own resources. */
function onlyGrantsToServices(statement: Statement): boolean {
  const others = USES.filter((use) => use !== "kms:CreateGrant");
  if (others.some((use) => someCovers(statement.actions, use))) return false;
  return statement.conditions.some(
    ({ operator, key, values }) =>
      operator.toLowerCase() === "bool" &&
      key.toLowerCase() === "kms:grantisforawsresource" &&
      values.values.length === 1 &&
      values.values[0]?.value.toLowerCase() === "true",
  );
}
