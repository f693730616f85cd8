import {
  deferred,
  type Element,
  type Finding,
  judgeValue,
  mustBe,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";

const DISTRIBUTIONS = [
  "aws:cloudfront/distribution:Distribution",
  "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
];
const DOMAIN = "aws:apigateway/domainName:DomainName";

export const cdnTlsOnly: ResourceControl = {
  kind: "resource",
  name: "cdn-tls-only",
  description:
    "CloudFront and the domains of API Gateway speak TLS 1.2 and newer with viewers, and CloudFront with its origins.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "What is sent in the clear is read by whoever stands on the way, and between CloudFront and its origin nobody notices.",
  fix: {
    text: "Redirect viewers to HTTPS, use a certificate of your own with TLS 1.2, and reach the origins by HTTPS only.",
    code: `defaultCacheBehavior: { ..., viewerProtocolPolicy: "redirect-to-https" },
viewerCertificate: { acmCertificateArn, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" },
customOriginConfig: { ..., originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] },`,
  },
  frameworks: {
    nist: ["SC-8", "SC-8(1)", "SC-13", "SC-23"],
    fsbp: ["CloudFront.3", "CloudFront.7", "CloudFront.9", "CloudFront.10"],
    checkov: ["CKV_AWS_34", "CKV_AWS_174", "CKV_AWS_206", "CKV2_AWS_54"],
  },
  types: [...DISTRIBUTIONS, DOMAIN],
  check: (subject) =>
    subject.type === DOMAIN
      ? mustBe(subject, "securityPolicy", isModernPolicy, '"TLS_1_2" or newer', { unset: true })
      : judgeDistribution(subject),
};

/** `TLS_1_0` is the one old policy; unset, AWS takes TLS 1.2: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html */
const isModernPolicy = (policy: unknown): boolean => policy !== "TLS_1_0";

function judgeDistribution(distribution: Subject): readonly Finding[] {
  const judgeViewers = ({ path, properties }: Pick<Element, "path" | "properties">) =>
    judgeValue(
      distribution,
      `${path}.viewerProtocolPolicy`,
      properties.get("viewerProtocolPolicy"),
      (policy) => policy === "https-only" || policy === "redirect-to-https",
      '"redirect-to-https" or "https-only"',
    );
  return [
    ...each(distribution, "defaultCacheBehavior", judgeViewers),
    ...["orderedCacheBehaviors", "cacheBehaviors"].flatMap((list) => each(distribution, list, judgeViewers)),
    ...judgeCertificate(distribution),
    ...each(distribution, "origins", (origin) => judgeOrigins(distribution, origin)),
  ];
}

/**
 * CloudFront's own certificate lets viewers use TLS 1.0, whatever is set beside it.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
 */
function judgeCertificate(distribution: Subject): readonly Finding[] {
  const property = "viewerCertificate.minimumProtocolVersion";
  const whole = distribution.properties.get("viewerCertificate");
  if (whole.state === "unknown") return [deferred(distribution, "viewerCertificate")];
  return mustBe(
    distribution,
    property,
    (version) => /^TLSv1\.[23](_|$)/.test(String(version)),
    '"TLSv1.2_2021" or newer, with a certificate of your own',
  );
}

/** One block, or in a distribution of many tenants a list of them. */
function judgeOrigins(distribution: Subject, { path, properties }: Element): readonly Finding[] {
  return ["customOriginConfig", "customOriginConfigs"].flatMap((name) => {
    const blocks = properties.list(name);
    if (blocks.state === "unset") return [];
    if (blocks.state === "unknown") return [deferred(distribution, `${path}.${name}`)];
    return blocks.value.flatMap((block) =>
      judgeOrigin(
        distribution,
        name === "customOriginConfig" ? { ...block, path: `${path}.${name}` } : block,
      ),
    );
  });
}

function judgeOrigin(
  distribution: Subject,
  { path, properties }: Pick<Element, "path" | "properties">,
): readonly Finding[] {
  const protocols = properties.list("originSslProtocols");
  const old = protocols.state === "known" ? protocols.value.find(({ value }) => isOld(value)) : undefined;
  return [
    ...judgeValue(
      distribution,
      `${path}.originProtocolPolicy`,
      properties.get("originProtocolPolicy"),
      (policy) => policy === "https-only",
      '"https-only"',
    ),
    ...(old === undefined ? [] : [violation(distribution, old.path, old.value, '"TLSv1.2"')]),
  ];
}

const isOld = (value: Element["value"]): boolean =>
  value.state === "known" && !/^TLSv1\.[23]$/.test(String(value.value));

function each(
  subject: Subject,
  property: string,
  judge: (element: Element) => readonly Finding[],
): readonly Finding[] {
  const list = subject.properties.list(property);
  if (list.state === "unknown") return [deferred(subject, property)];
  return list.state === "unset" ? [] : list.value.flatMap(judge);
}
