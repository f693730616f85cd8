import {
  deferred,
  type Finding,
  isTrue,
  judgeCustomerKey,
  mustBe,
  mustBeCustomerKey,
  type ResourceControl,
  type Subject,
  type Tier,
} from "../../core";
import { DOMAINS, SECURITY_POLICY, securityPolicies } from "../data-exposure/opensearch";

export const opensearchEncryption: ResourceControl = {
  kind: "resource",
  name: "opensearch-encryption",
  description:
    "OpenSearch is encrypted at rest, in prod with a customer managed key, and on every way: between nodes, and by HTTPS with TLS 1.2 or newer.",
  severity: "high",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "An index of embeddings or logs holds the text that it was made from; unencrypted it is read from disks, snapshots and the wire.",
  fix: {
    text: "Turn all four on, and name the team's key.",
    code: `new opensearch.Domain("search", {
  ...,
  encryptAtRest: { enabled: true, kmsKeyId: key.arn },
  nodeToNodeEncryption: { enabled: true },
  domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
});`,
  },
  frameworks: {
    nist: ["SC-28(1)", "SC-8", "SC-8(1)", "SC-13", "SC-7(4)"],
    fsbp: ["OpenSearch.1", "OpenSearch.3", "OpenSearch.8"],
    checkov: ["CKV_AWS_5", "CKV_AWS_6", "CKV_AWS_83", "CKV_AWS_228", "CKV_AWS_247"],
  },
  types: [...DOMAINS, SECURITY_POLICY],
  check: (subject, { tier }) =>
    subject.type === SECURITY_POLICY ? judgeServerless(subject, tier) : judgeDomain(subject, tier),
};

function judgeDomain(domain: Subject, tier: Tier): readonly Finding[] {
  return [
    ...mustBe(domain, "encryptAtRest.enabled", isTrue, "true"),
    ...(tier === "prod" ? mustBeCustomerKey(domain, "encryptAtRest.kmsKeyId") : []),
    ...mustBe(domain, "nodeToNodeEncryption.enabled", isTrue, "true"),
    ...judgeEndpoint(domain),
  ];
}

/** The block by itself enforces HTTPS; a domain without the block answers HTTP, and TLS 1.0. */
function judgeEndpoint(domain: Subject): readonly Finding[] {
  const unset = domain.properties.get("domainEndpointOptions").state !== "unset";
  return [
    ...mustBe(domain, "domainEndpointOptions.enforceHttps", isTrue, "true", { unset }),
    ...mustBe(
      domain,
      "domainEndpointOptions.tlsSecurityPolicy",
      isModernPolicy,
      '"Policy-Min-TLS-1-2-PFS-2023-10", or another of TLS 1.2 or newer',
    ),
  ];
}

/** https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html */
function isModernPolicy(name: unknown): boolean {
  return typeof name === "string" && /^Policy-Min-TLS-1-[23]-/.test(name);
}

/** A collection is always encrypted, by the key that its policy names. */
function judgeServerless(policy: Subject, tier: Tier): readonly Finding[] {
  if (tier !== "prod") return [];
  const policies = securityPolicies(policy, "encryption");
  if (policies.state === "unknown") return [deferred(policy, "policy")];
  if (policies.state === "unset") return [];
  return policies.value.flatMap(({ path, properties }) =>
    judgeCustomerKey(policy, `${path}.KmsARN`, properties.get("KmsARN")),
  );
}
