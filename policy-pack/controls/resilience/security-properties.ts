/** Names, or parts of names, of properties that decide who may do what, and whether anyone would see it. */
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

/** The tags of a path: all of them, or one by its name. */
const TAGS = /^tags(?:All)?(?:$|\.\*|\[\*\]|\.([^.[\]]+)$|\["([^"]+)"\]$)/;

/**
 * What is hidden by a path of `ignoreChanges`: a property that decides on security, the tags that others rely on, or
 * everything. Undefined for a property that decides nothing, as `desiredCapacity`.
 * https://www.pulumi.com/docs/iac/concepts/options/ignorechanges/
 * @param requiredTags The tags that everything carries; another tag may be ignored by its name.
 */
export function hiddenBy(path: string, requiredTags: readonly string[]): string | undefined {
  if (path === "*") return "every property";
  const tags = TAGS.exec(path);
  if (tags !== null) {
    const one = tags[1] ?? tags[2];
    if (one === undefined) return "the tags";
    return requiredTags.includes(one) ? `the required tag ${one}` : undefined;
  }
  return SECURITY.test(path) ? `${path}, which decides on security` : undefined;
}
