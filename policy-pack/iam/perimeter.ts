import type { PackSettings } from "../contract/control";
import { isAccountId, parseArn } from "./arn";
import type { LimitingKeys, LimitingValue } from "./condition";
import { hasWildcard } from "./wildcard";

/**
 * The condition keys that keep a statement for everyone within an organization, an account, a network or a
 * source, and the values with which they do.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function perimeterKeys(settings: Pick<PackSettings, "organizationId">): LimitingKeys {
  const organization = organizationValue(settings.organizationId, "${aws:ResourceOrgID}");
  const path = organizationPathValue(settings.organizationId);
  const account: LimitingValue = (value) => isAccountId(value) || value === "${aws:ResourceAccount}";
  const keys: Readonly<Record<string, LimitingValue>> = {
    "aws:principalorgid": organization,
    "aws:sourceorgid": organization,
    "aws:principalorgpaths": path,
    "aws:sourceorgpaths": path,
    "aws:principalaccount": account,
    "aws:sourceaccount": account,
    "aws:sourceowner": account,
    "kms:calleraccount": account,
    "s3:dataaccesspointaccount": account,
    "aws:principalarn": namesAccount,
    "aws:sourcearn": namesAccount,
    "s3:dataaccesspointarn": namesAccount,
    "elasticfilesystem:accessedviamounttarget": (value) => value.toLowerCase() === "true",
    "aws:sourcevpc": (value) => /^vpc-[0-9a-f]+$/.test(value),
    "aws:sourcevpce": (value) => /^vpce-[0-9a-f]+$/.test(value),
  };
  return (key) => (Object.hasOwn(keys, key) ? keys[key] : undefined);
}

/** The condition keys that keep a statement for every resource within an organization or an account. */
export function resourcePerimeterKeys(settings: Pick<PackSettings, "organizationId">): LimitingKeys {
  const account: LimitingValue = (value) => isAccountId(value) || value === "${aws:PrincipalAccount}";
  const keys: Readonly<Record<string, LimitingValue>> = {
    "aws:resourceorgid": organizationValue(settings.organizationId, "${aws:PrincipalOrgID}"),
    "aws:resourceorgpaths": organizationPathValue(settings.organizationId),
    "aws:resourceaccount": account,
    "s3:resourceaccount": account,
  };
  return (key) => (Object.hasOwn(keys, key) ? keys[key] : undefined);
}

/** An organization's id: the company's own where the settings name it. */
function organizationValue(own: string, variable: string): LimitingValue {
  return (value) => value === variable || (own === "" ? /^o-[a-z0-9]{10,32}$/.test(value) : value === own);
}

/** A path within an organization: `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*`. */
function organizationPathValue(own: string): LimitingValue {
  return (value) => (own === "" ? /^o-[a-z0-9]{10,32}\//.test(value) : value.startsWith(`${own}/`));
}

/** An ARN that says whose it is: by an account, or for a bucket, whose ARN has none, by its name. */
function namesAccount(value: string): boolean {
  const arn = parseArn(value);
  if (arn === undefined) return false;
  if (arn.account === "" && arn.service === "s3") return !hasWildcard(arn.resource.split("/")[0] ?? "*");
  return isAccountId(arn.account);
}
