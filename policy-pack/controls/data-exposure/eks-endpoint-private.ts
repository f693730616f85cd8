import {
  deferred,
  type Finding,
  isFalse,
  isTrue,
  mustBe,
  type ResourceControl,
  type Subject,
  type Tier,
  violation,
} from "../../core";
import { coversWorld } from "../../network/world";

const PUBLIC = "vpcConfig.endpointPublicAccess";
const CIDRS = "vpcConfig.publicAccessCidrs";

export const eksEndpointPrivate: ResourceControl = {
  kind: "resource",
  name: "eks-endpoint-private",
  description:
    "The API endpoint of every EKS cluster is private; in dev it may be public too, for named address ranges only.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A public endpoint lets anyone on the internet try stolen credentials and new flaws on the cluster's control plane.",
  fix: {
    text: "Turn the private endpoint on and the public one, which is on by default, off.",
    code: `new eks.Cluster("training", {
  ...,
  vpcConfig: { subnetIds, endpointPrivateAccess: true, endpointPublicAccess: false },
});`,
  },
  frameworks: {
    nist: ["SC-7", "AC-4"],
    fsbp: ["EKS.1"],
    checkov: ["CKV_AWS_38", "CKV_AWS_39"],
  },
  types: ["aws:eks/cluster:Cluster"],
  check: (cluster, { tier }) => [
    ...mustBe(cluster, "vpcConfig.endpointPrivateAccess", isTrue, "true"),
    ...judgePublicEndpoint(cluster, tier),
  ],
};

/** Unset is public, and for the whole internet. */
function judgePublicEndpoint(cluster: Subject, tier: Tier): readonly Finding[] {
  if (tier !== "dev") return mustBe(cluster, PUBLIC, isFalse, "false");
  const enabled = cluster.properties.get(PUBLIC);
  return enabled.state === "known" && isFalse(enabled.value) ? [] : judgeRanges(cluster);
}

function judgeRanges(cluster: Subject): readonly Finding[] {
  const required = "address ranges that are not the whole internet, or endpointPublicAccess false";
  const cidrs = cluster.properties.list(CIDRS);
  if (cidrs.state === "unknown") return [deferred(cluster, CIDRS)];
  const values = cidrs.state === "known" ? cidrs.value.map(({ value }) => value) : [];
  const known = values.flatMap((value) => (value.state === "known" ? [String(value.value)] : []));
  if (values.length === 0 || coversWorld(known)) {
    return [violation(cluster, CIDRS, cluster.properties.get(CIDRS), required)];
  }
  return known.length < values.length ? [deferred(cluster, CIDRS)] : [];
}
