import { steps } from "../../core/path";
import { decides } from "./deciding-inputs";

/** Names, or parts of names, of properties that decide in any type who may do what, and whether anyone would see it. */
const SECURITY = new RegExp(
  [
    "polic",
    "permission",
    "principal",
    "assumeRole",
    "trust",
    "kms",
    "keyArn|keyId|keyRotation|deletionWindow",
    "encrypt",
    "ssl|tls|https|certificate",
    "ingress|egress|cidr|securityGroup|prefixList",
    "metadataOptions|httpTokens",
    "public|accessBlock|ownership|internal$|acl$|grants",
    "authori[sz]ation|authentication|anonymous",
    "rootAccess|directInternet|isolation|vpcConfig|vpcOptions|networkAccess",
    "logging|logConfig|retention|versioning|validation|objectLock",
    "protection|forceDestroy",
    "privileged|userData|instanceProfile|role(Arn)?$",
  ].join("|"),
  "i",
);

/**
 * What is hidden by a path of `ignoreChanges`: a property that decides on security, the tags that others rely on, or
 * everything. Undefined for a property that decides nothing, as `desiredCapacity`.
 * https://www.pulumi.com/docs/iac/concepts/options/ignorechanges/
 * https://www.pulumi.com/docs/reference/property-paths/
 * @param type The resource's type: what `state`, `rules` or `content` decides depends on it.
 * @param requiredTags The tags that everything carries; another tag may be ignored by its name.
 */
export function hiddenBy(type: string, path: string, requiredTags: readonly string[]): string | undefined {
  const [input = "", ...beneath] = steps(path);
  if (input === "*" || input === "") return "every property";
  if (input === "tags" || input === "tagsAll") return hiddenTags(beneath, requiredTags);
  return SECURITY.test(path) || decides(type, [input, ...beneath])
    ? `${path}, which decides on security`
    : undefined;
}

/** The tags of a path: all of them, or one by its name. */
function hiddenTags([one]: readonly string[], requiredTags: readonly string[]): string | undefined {
  if (one === undefined || one === "*") return "the tags";
  return requiredTags.includes(one) ? `the required tag ${one}` : undefined;
}
