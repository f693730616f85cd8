import {
  deferred,
  type Finding,
  isText,
  judgeValue,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import { regionsIn } from "./regions-in-text";

/** Where each type names another region. One that is not set is the resource's own, which `region-allowed` judges. */
const REGION_INPUTS: Readonly<Record<string, readonly string[]>> = {
  "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": ["peerRegion"],
  "aws:ec2/vpcEndpoint:VpcEndpoint": ["serviceRegion"],
  "aws:ec2/vpcEndpointService:VpcEndpointService": ["supportedRegions"],
  "aws:ec2transitgateway/peeringAttachment:PeeringAttachment": ["peerRegion"],
  "aws:route53/zoneAssociation:ZoneAssociation": ["vpcRegion"],
};

export const crossRegionNetworkRestricted: ResourceControl = {
  kind: "resource",
  name: "cross-region-network-restricted",
  description: "No peering, transit gateway, private zone or endpoint reaches a region that is not allowed.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A network that reaches another region is a way for data to get there that no bucket policy or guardrail sees.",
  fix: {
    text: "Connect networks of the allowed regions only; they are listed in policy-pack/company.json.",
    code: `new ec2.VpcPeeringConnection("shared", { ..., peerRegion: "eu-west-1" });`,
  },
  frameworks: { nist: ["SA-9(5)", "SC-7"] },
  types: Object.keys(REGION_INPUTS),
  check: (subject, { settings }) => {
    const { allowedRegions } = settings;
    if (allowedRegions.length === 0) return "not-applicable";
    return [
      ...(REGION_INPUTS[subject.type] ?? []).flatMap((input) => judgeRegion(subject, input, allowedRegions)),
      ...judgeServiceName(subject, allowedRegions),
    ];
  },
};

function judgeRegion(subject: Subject, input: string, allowed: readonly string[]): readonly Finding[] {
  const isAllowed = (value: unknown) => allowed.some((region) => region === value);
  const required = `one of ${allowed.join(", ")}`;
  const list = subject.properties.list(input);
  if (list.state !== "known")
    return judgeValue(subject, input, subject.properties.get(input), isAllowed, required, { unset: true });
  return list.value.flatMap(({ path, value }) => judgeValue(subject, path, value, isAllowed, required));
}

/** The service's own name says where it is, whatever the endpoint is told of it. */
function judgeServiceName(subject: Subject, allowed: readonly string[]): readonly Finding[] {
  const name = subject.properties.get("serviceName");
  if (name.state === "unknown") return [deferred(subject, "serviceName")];
  if (name.state === "unset" || !isText(name.value)) return [];
  return regionsIn(name.value).some(({ region }) => !allowed.includes(region))
    ? [violation(subject, "serviceName", name, `a service of ${allowed.join(", ")}`)]
    : [];
}
