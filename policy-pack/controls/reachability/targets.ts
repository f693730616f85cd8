import type { Graph, Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";

const SCALING = ["aws:autoscaling/group:Group", "aws:eks/nodeGroup:NodeGroup"];
const CONTAINERS = ["aws:ecs/service:Service", "aws:ecs/taskSet:TaskSet"];

/** What an attachment may register: by its id, its ARN, or an address of its. */
const REGISTERED = [
  "aws:alb/loadBalancer:LoadBalancer",
  "aws:ec2/instance:Instance",
  "aws:ec2/networkInterface:NetworkInterface",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  "aws:lambda/function:Function",
  "aws:lb/loadBalancer:LoadBalancer",
];

/** Everything that a target group passes requests on to, whichever of the two says so. */
export function targetsOfGroup(graph: Graph, group: Node): readonly Node[] {
  const found = [...registered(graph, group), ...scaled(graph, group), ...containers(graph, group)];
  return [...new Set(found)];
}

function registered(graph: Graph, group: Node): readonly Node[] {
  return graph
    .pointingTo(
      group,
      "targetGroupArn",
      "aws:lb/targetGroupAttachment:TargetGroupAttachment",
      "aws:alb/targetGroupAttachment:TargetGroupAttachment",
    )
    .flatMap((each) => pointedAtFrom(graph, each, ["targetId"], ...REGISTERED));
}

/** Groups of instances that register themselves as they come. */
function scaled(graph: Graph, group: Node): readonly Node[] {
  const attachments = [
    ...graph.pointingTo(group, "lbTargetGroupArn", "aws:autoscaling/attachment:Attachment"),
    ...graph.pointingTo(
      group,
      "trafficSource.identifier",
      "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment",
    ),
  ];
  return [
    ...graph.pointingTo(group, "targetGroupArns", ...SCALING),
    ...graph.byType(...SCALING).filter((each) => names(graph, each, "trafficSources", group)),
    ...attachments.flatMap((each) => pointedAtFrom(graph, each, ["autoscalingGroupName"], ...SCALING)),
  ];
}

function containers(graph: Graph, group: Node): readonly Node[] {
  return graph.byType(...CONTAINERS).filter((each) => names(graph, each, "loadBalancers", group));
}

const names = (graph: Graph, node: Node, input: string, group: Node): boolean =>
  pointedAtFrom(graph, node, [input], group.type).includes(group);
