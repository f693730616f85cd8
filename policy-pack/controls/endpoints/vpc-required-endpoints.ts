import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  isTrue,
  mustBe,
  type Node,
  violation,
} from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { judgeEach } from "../judge-each";
import { consumersOf } from "../reachability/consumers";
import { mlVpcs } from "../reachability/ml-vpcs";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const TO_TABLE = "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation";
const TO_GROUP = "aws:ec2/securityGroupAssociation:SecurityGroupAssociation";
const TO_SUBNET = "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation";

/**
 * What SageMaker's jobs and endpoints call from within a VPC.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html
 */
export const NEEDED = [
  "ecr.api",
  "ecr.dkr",
  "kms",
  "logs",
  "monitoring",
  "s3",
  "sagemaker.api",
  "sagemaker.runtime",
  "secretsmanager",
  "sts",
];

/** What Studio needs besides: https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html */
const NEEDED_BY_STUDIO = "studio";

export const vpcRequiredEndpoints: GraphControl = {
  kind: "graph",
  name: "vpc-required-endpoints",
  description:
    "Every VPC for machine learning has an S3 gateway endpoint and the interface endpoints that its jobs call, with private DNS and security groups of their own.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A call for which there is no endpoint fails in an isolated subnet, and the quick remedy is a way to the internet. An endpoint without groups gets the VPC's default one, which lets nobody in, or everybody.",
  fix: {
    text: "Declare the endpoint that is missing, with private DNS and security groups.",
    code: `new ec2.VpcEndpoint("sts", {
  vpcId: vpc.id, vpcEndpointType: "Interface", serviceName: \`com.amazonaws.\${region}.sts\`,
  subnetIds: endpointSubnets.map((subnet) => subnet.id), securityGroupIds: [endpoints.id], privateDnsEnabled: true,
});`,
  },
  frameworks: { nist: ["AC-4", "SC-7"], fsbp: ["EC2.10", "EC2.55", "EC2.56", "EC2.57"] },
  check: (graph, context) => judgeEach(mlVpcs(graph), (vpc) => judgeVpc(graph, vpc, context)),
};

function judgeVpc(graph: Graph, vpc: Node, { settings, tier }: Context): readonly Finding[] {
  const endpoints = graph
    .pointingTo(vpc, "vpcId", ENDPOINT)
    .map((node) => ({ node, service: serviceOf(node) }));
  const needed = [
    ...(settings.requiredEndpoints[tier] ?? NEEDED),
    ...(hasStudio(graph, vpc) ? [NEEDED_BY_STUDIO] : []),
  ];
  const missing = needed.flatMap((service) => {
    const own = endpoints.filter((each) => each.service === service).map(({ node }) => node);
    const usable = own.filter((node) => !isInterfaceForS3(node, service));
    if (usable.length > 0) return usable.flatMap((node) => judgeEndpoint(graph, node));
    if (endpoints.some((each) => each.service === undefined)) return [deferred(vpc, "vpcEndpoints")];
    const kind = service === "s3" ? "a gateway endpoint" : "an interface endpoint";
    return [
      violation(vpc, "vpcEndpoints", `no endpoint for ${service}`, `${kind} for ${service}`, {
        finding: `Endpoint::${service}`,
      }),
    ];
  });
  return [...missing, ...endpoints.flatMap(({ node }) => judgeGroups(graph, node))];
}

/**
 * An interface endpoint that names no group gets the VPC's default group; an association adds to it, unless it says
 * that it replaces it. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html
 */
function judgeGroups(graph: Graph, endpoint: Node): readonly Finding[] {
  const type = endpoint.properties.get("vpcEndpointType");
  if (type.state !== "known" || type.value !== "Interface") return [];
  const groups = endpoint.properties.list("securityGroupIds");
  const isReplaced = graph.pointingTo(endpoint, "vpcEndpointId", TO_GROUP).some(replacesDefault);
  const hasOwn = groups.state === "unknown" || (groups.state === "known" && groups.value.length > 0);
  return hasOwn || isReplaced
    ? []
    : [violation(endpoint, "securityGroupIds", groups, "security groups of the endpoint's own")];
}

function replacesDefault(association: Node): boolean {
  const value = association.properties.get("replaceDefaultAssociation");
  return value.state === "unknown" || (value.state === "known" && isTrue(value.value));
}

/** `com.amazonaws.eu-central-1.ecr.api` and `aws.sagemaker.eu-central-1.studio` by what comes after the region. */
function serviceOf(endpoint: Node): string | undefined {
  const name = endpoint.properties.get("serviceName");
  if (name.state === "unknown") return undefined;
  const text = name.state === "known" ? String(name.value) : "";
  return /^(?:cn\.)?(?:com\.amazonaws|aws\.[a-z]+)\.[a-z]{2}(?:-[a-z]+)+-\d\.(.+)$/.exec(text)?.[1] ?? text;
}

/** An interface endpoint for S3 serves those who name it, not the addresses that everything else uses. */
function isInterfaceForS3(endpoint: Node, service: string): boolean {
  const type = endpoint.properties.get("vpcEndpointType");
  return service === "s3" && type.state === "known" && type.value !== "Gateway";
}

function judgeEndpoint(graph: Graph, endpoint: Node): readonly Finding[] {
  const type = endpoint.properties.get("vpcEndpointType");
  if (type.state === "unknown") return [deferred(endpoint, "vpcEndpointType")];
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html: Gateway, unless it is said.
  if (type.state === "known" && type.value !== "Gateway") {
    return [
      ...mustBe(endpoint, "privateDnsEnabled", isTrue, "true"),
      ...judgePlaces(graph, endpoint, "subnetIds", TO_SUBNET, "the subnets to be in"),
    ];
  }
  return judgePlaces(graph, endpoint, "routeTableIds", TO_TABLE, "the route tables to be a route of");
}

function judgePlaces(
  graph: Graph,
  endpoint: Node,
  property: string,
  association: string,
  required: string,
): readonly Finding[] {
  const list = endpoint.properties.list(property);
  const some = list.state === "unknown" || (list.state === "known" && list.value.length > 0);
  return some || graph.pointingTo(endpoint, "vpcEndpointId", association).length > 0
    ? []
    : [violation(endpoint, property, list, required)];
}

function hasStudio(graph: Graph, vpc: Node): boolean {
  return consumersOf(graph).some(
    ({ node, subnets }) =>
      node.type === "aws:sagemaker/domain:Domain" &&
      subnets.some((subnet) => pointedAtFrom(graph, subnet, ["vpcId"], vpc.type).includes(vpc)),
  );
}
