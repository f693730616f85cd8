import {
  deferred,
  deferredBlock,
  type Finding,
  isFalse,
  judgeValue,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import { DOMAINS, SECURITY_POLICY, securityPolicies } from "./opensearch";

export const opensearchInVpc: ResourceControl = {
  kind: "resource",
  name: "opensearch-in-vpc",
  description: "OpenSearch domains and serverless collections are reached from VPCs only.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "A public endpoint leaves the access policy as the only thing between the internet and the index, and such policies have been left open often.",
  fix: {
    text: "Put the domain into private subnets; let a collection's network policy name VPC endpoints.",
    code: `new opensearch.Domain("search", { ..., vpcOptions: { subnetIds, securityGroupIds } });
new opensearch.ServerlessSecurityPolicy("search", {
  type: "network",
  policy: jsonStringify([{ Rules: [...], AllowFromPublic: false, SourceVPCEs: [endpoint.id] }]),
});`,
  },
  frameworks: {
    nist: ["SC-7", "AC-4"],
    fsbp: ["OpenSearch.2"],
    checkov: ["CKV_AWS_137", "CKV_AWS_248"],
  },
  types: [...DOMAINS, SECURITY_POLICY],
  check: (subject) => (subject.type === SECURITY_POLICY ? judgeNetworkPolicy(subject) : judgeDomain(subject)),
};

/** Without subnets a domain has a public endpoint, and cannot be moved into a VPC later. */
function judgeDomain(domain: Subject): readonly Finding[] {
  const property = "vpcOptions.subnetIds";
  const subnets = domain.properties.list(property);
  if (subnets.state === "unknown") return deferredBlock(domain, property);
  if (subnets.state === "known" && subnets.value.length > 0) return [];
  return [violation(domain, property, domain.properties.get(property), "at least one private subnet")];
}

function judgeNetworkPolicy(policy: Subject): readonly Finding[] {
  const policies = securityPolicies(policy, "network");
  if (policies.state === "unknown") return [deferred(policy, "policy")];
  if (policies.state === "unset") return [];
  return policies.value.flatMap(({ path, properties }) =>
    judgeValue(policy, `${path}.AllowFromPublic`, properties.get("AllowFromPublic"), isFalse, "false", {
      // A rule that names no source and does not allow the public is open to nobody.
      unset: properties.keys().length > 0,
    }),
  );
}
