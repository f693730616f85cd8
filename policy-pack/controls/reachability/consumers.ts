import type { Graph, Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { rememberingFor } from "../../core/remembering";
import { accelerationOf, launchesOf } from "../compute/launch";

export const SUBNETS = ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"] as const;
const GROUPS = [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
] as const;
const INTERFACE = "aws:ec2/networkInterface:NetworkInterface";

/** Types that put something of their own into subnets, and the input that names these. */
const PLACED: Readonly<Record<string, string>> = {
  "aws:ecs/service:Service": "networkConfiguration",
  "aws:efs/mountTarget:MountTarget": "subnetId",
  "aws:eks/cluster:Cluster": "vpcConfig",
  "aws:eks/fargateProfile:FargateProfile": "subnetIds",
  "aws:fsx/lustreFileSystem:LustreFileSystem": "subnetIds",
  "aws:fsx/ontapFileSystem:OntapFileSystem": "subnetIds",
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": "subnetIds",
  "aws:fsx/windowsFileSystem:WindowsFileSystem": "subnetIds",
  "aws:glue/connection:Connection": "physicalConnectionRequirements",
  "aws:lambda/function:Function": "vpcConfig",
  "aws:opensearch/domain:Domain": "vpcOptions",
  "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": "networkConfig",
  "aws:sagemaker/domain:Domain": "subnetIds",
  "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob": "trainingJobDefinition",
  "aws:sagemaker/model:Model": "vpcConfig",
  "aws:sagemaker/monitoringSchedule:MonitoringSchedule": "monitoringScheduleConfig",
  "aws:sagemaker/notebookInstance:NotebookInstance": "subnetId",
  "aws:sagemaker/trainingJob:TrainingJob": "vpcConfig",
};

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
  [...placed(graph), ...launched(graph)].filter(({ subnets }) => subnets.length > 0),
);

function placed(graph: Graph): readonly Consumer[] {
  return Object.entries(PLACED).flatMap(([type, property]) =>
    graph.byType(type).map((node) => ({
      node,
      property,
      subnets: pointedAtFrom(graph, node, [property], ...SUBNETS),
      groups: groupsOf(graph, node),
      learns: /^aws:(sagemaker|eks)\//.test(type),
    })),
  );
}

function launched(graph: Graph): readonly Consumer[] {
  return launchesOf(graph).map((launch) => {
    const { node, launcher, templates } = launch;
    const interfaces = pointedAtFrom(graph, node, launcher.interfaces, INTERFACE);
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
  "computeResources",
  "kernelGatewayAppSettings",
  "defaultUserSettings",
  "domainSettings",
  "launchSpecifications",
  "monitoringScheduleConfig",
  "networkConfig",
  "networkConfiguration",
  "networkInterfaces",
  "physicalConnectionRequirements",
  "securityGroupIds",
  "securityGroups",
  "trainingJobDefinition",
  "vpcConfig",
  "vpcOptions",
  "vpcSecurityGroupIds",
];

function groupsOf(graph: Graph, node: Node): readonly Node[] {
  return pointedAtFrom(graph, node, GROUP_INPUTS, ...GROUPS);
}
