import {
  deferred,
  type Element,
  type Finding,
  isText,
  type ResourceControl,
  type Subject,
  type Value,
  violation,
} from "../../core";

export const cdnOriginPrivate: ResourceControl = {
  kind: "resource",
  name: "cdn-origin-private",
  description:
    "CloudFront reaches its buckets by an origin access control and not by their website addresses, and has a web firewall in front.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A bucket that CloudFront reads without signing its requests must be public, and is read past CloudFront, its firewall and its logs.",
  fix: {
    text: "Give the origin an origin access control, let the bucket's policy name the distribution, and associate a web ACL.",
    code: `const access = new cloudfront.OriginAccessControl("site", {
  originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4",
});
origins: [{ originId: "site", domainName: bucket.bucketRegionalDomainName, originAccessControlId: access.id }],
webAclId: firewall.arn,`,
  },
  frameworks: {
    nist: ["AC-3", "AC-4(21)", "SC-7"],
    fsbp: ["CloudFront.6", "CloudFront.13"],
    checkov: ["CKV_AWS_68"],
  },
  types: [
    "aws:cloudfront/distribution:Distribution",
    "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
  ],
  check: (distribution) => [...judgeOrigins(distribution), ...judgeFirewall(distribution)],
};

function judgeOrigins(distribution: Subject): readonly Finding[] {
  const origins = distribution.properties.list("origins");
  if (origins.state === "unknown") return [deferred(distribution, "origins")];
  return origins.state === "unset"
    ? []
    : origins.value.flatMap((origin) => judgeOrigin(distribution, origin));
}

/** A bucket's REST address can be signed for; its website address answers only if it is public, over plain HTTP. */
function judgeOrigin(distribution: Subject, { path, properties }: Element): readonly Finding[] {
  const domain = properties.get("domainName");
  if (isWebsite(domain))
    return [
      violation(distribution, `${path}.domainName`, domain, "the bucket's own address, not its website's"),
    ];
  // A distribution of many tenants has the same blocks as lists.
  const isSet = (block: string) =>
    [block, `${block}s`].some((name) => properties.get(name).state !== "unset");
  const custom = isSet("customOriginConfig");
  const inVpc = isSet("vpcOriginConfig");
  if (isOfBucket(domain) || (!custom && !inVpc)) return judgeAccess(distribution, path, properties);
  return custom && domain.state === "unknown" ? [deferred(distribution, `${path}.domainName`)] : [];
}

function judgeAccess(
  distribution: Subject,
  path: string,
  properties: Element["properties"],
): readonly Finding[] {
  const signed = ["originAccessControlId", "s3OriginConfig.originAccessIdentity"].map((name) =>
    properties.get(name),
  );
  const isSigned = (value: Value) =>
    value.state === "unknown" || (value.state === "known" && isText(value.value));
  return signed.some(isSigned)
    ? []
    : [violation(distribution, `${path}.originAccessControlId`, "not set", "an origin access control")];
}

const isWebsite = (domain: Value): boolean =>
  domain.state === "known" && /\.s3-website[.-]/.test(String(domain.value));

const isOfBucket = (domain: Value): boolean =>
  domain.state === "known" && /\.s3[.-]([a-z0-9-]+\.)?amazonaws\.com(\.cn)?$/.test(String(domain.value));

function judgeFirewall(distribution: Subject): readonly Finding[] {
  const acl = distribution.properties.get("webAclId");
  return acl.state === "unset" || (acl.state === "known" && !isText(acl.value))
    ? [violation(distribution, "webAclId", acl, "a web ACL")]
    : [];
}
