import type { Graph, Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { rememberingFor } from "../../core/remembering";
import { isOnFargate } from "../compute/on-fargate";
import { accelerationOf, launchesOf } from "../compute/launch";
import { interfacesOf } from "../compute/network-interfaces";
import { PLACED } from "./placed";

export const SUBNETS = ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"] as const;
const GROUPS = [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
] as const;

/** What runs, or keeps data, in subnets of the stack. */
export interface Consumer {
  readonly node: Node;
  /** The input that puts it there. */
  readonly property: string;
  readonly subnets: readonly Node[];
  readonly groups: readonly Node[];
  /** Whether it is there for machine learning: SageMaker, Kubernetes, Batch, or an accelerator. */
  readonly learns: boolean;
}

/** Everything of a stack that runs in subnets of the stack, whatever launches it. */
export const consumersOf = rememberingFor((graph: Graph): readonly Consumer[] =>
  [...placed(graph), ...onFargate(graph), ...launched(graph)].filter(({ subnets }) => subnets.length > 0),
);

function placed(graph: Graph): readonly Consumer[] {
  return Object.entries(PLACED).flatMap(([type, properties]) =>
    graph.byType(type).flatMap((node) => properties.map((property) => placedBy(graph, node, property))),
  );
}

/** Jobs of Batch on Fargate, which no instance is launched for. */
function onFargate(graph: Graph): readonly Consumer[] {
  return graph
    .byType("aws:batch/computeEnvironment:ComputeEnvironment")
    .filter(isOnFargate)
    .map((node) => placedBy(graph, node, "computeResources"));
}

function placedBy(graph: Graph, node: Node, property: string): Consumer {
  return {
    node,
    property,
    subnets: pointedAtFrom(graph, node, [property], ...SUBNETS),
    groups: groupsOf(graph, node),
    learns: /^aws:(sagemaker|eks|batch)\//.test(node.type),
  };
}

function launched(graph: Graph): readonly Consumer[] {
  return launchesOf(graph).map((launch) => {
    const { node, launcher, templates } = launch;
    const interfaces = interfacesOf(graph, launch);
    return {
      node,
      property:
        launcher.subnets.find((input) => node.properties.get(input).state !== "unset") ??
        launcher.templates[0] ??
        "subnetId",
      subnets: [
        ...launch.subnets,
        ...interfaces.flatMap((each) => pointedAtFrom(graph, each, ["subnetId"], ...SUBNETS)),
      ],
      groups: [node, ...templates, ...interfaces].flatMap((each) => groupsOf(graph, each)),
      learns: /^aws:(eks|batch)\//.test(node.type) || accelerationOf(launch) === true,
    };
  });
}

/** Inputs that name security groups; in others they stand inside blocks with the subnets. */
const GROUP_INPUTS = [
  "brokerNodeGroupInfo",
  "computeResources",
  "kernelGatewayAppSettings",
  "defaultUserSettings",
  "domainSettings",
  "ec2Attributes",
  "launchSpecifications",
  "monitoringScheduleConfig",
  "networkConfig",
  "networkConfiguration",
  "networkInterfaces",
  "physicalConnectionRequirements",
  "securityGroupIds",
  "securityGroups",
  "trainingJobDefinition",
  "trainingJobDefinitions",
  "vpcConfig",
  "vpcOptions",
  "vpcSecurityGroupIds",
];

function groupsOf(graph: Graph, node: Node): readonly Node[] {
  return pointedAtFrom(graph, node, GROUP_INPUTS, ...GROUPS);
}
