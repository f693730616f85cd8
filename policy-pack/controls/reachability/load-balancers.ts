import { type Graph, isTrue, type Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";

const both = (name: string): readonly string[] => {
  const file = name.charAt(0).toLowerCase() + name.slice(1);
  return [`aws:lb/${file}:${name}`, `aws:alb/${file}:${name}`];
};
const CLASSIC = ["aws:elb/loadBalancer:LoadBalancer"];
const TARGET_GROUPS = both("TargetGroup");

/** One way from the internet to a target: the public load balancer, its listener, the target group. */
export interface PublicWay {
  readonly target: Node;
  readonly path: readonly string[];
}

/** Everything that a load balancer which faces the internet passes requests on to. */
export function publicWays(graph: Graph): readonly PublicWay[] {
  const modern = graph
    .byType(...both("LoadBalancer"))
    .filter(facesInternet)
    .flatMap((balancer) =>
      graph
        .pointingTo(balancer, "loadBalancerArn", ...both("Listener"))
        .flatMap((listener) =>
          targetGroupsOf(graph, listener).map((group) => ({ balancer, listener, group })),
        ),
    )
    .flatMap(({ balancer, listener, group }) =>
      targetsOf(graph, group).map((target) => ({
        target,
        path: [
          "internet",
          `load balancer ${balancer.name}`,
          `listener ${listener.name}`,
          `target group ${group.name}`,
        ],
      })),
    );
  const classic = graph
    .byType(...CLASSIC)
    .filter(facesInternet)
    .flatMap((balancer) =>
      classicTargets(graph, balancer).map((target) => ({
        target,
        path: ["internet", `load balancer ${balancer.name}`],
      })),
    );
  return [...modern, ...classic];
}

/** A load balancer faces the internet unless it is said to be internal. One that is not known yet may be. */
function facesInternet(balancer: Node): boolean {
  const internal = balancer.properties.get("internal");
  return !(internal.state === "known" && isTrue(internal.value)) && internal.state !== "unknown";
}

function targetGroupsOf(graph: Graph, listener: Node): readonly Node[] {
  const rules = graph.pointingTo(listener, "listenerArn", ...both("ListenerRule"));
  return [
    ...pointedAtFrom(graph, listener, ["defaultActions"], ...TARGET_GROUPS),
    ...rules.flatMap((rule) => pointedAtFrom(graph, rule, ["actions"], ...TARGET_GROUPS)),
  ];
}

const SCALING = "aws:autoscaling/group:Group";
const TARGETS = [
  "aws:ec2/instance:Instance",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  "aws:lambda/function:Function",
];

function targetsOf(graph: Graph, group: Node): readonly Node[] {
  return [
    ...graph
      .pointingTo(group, "targetGroupArn", ...both("TargetGroupAttachment"))
      .flatMap((each) => pointedAtFrom(graph, each, ["targetId"], ...TARGETS)),
    ...graph.pointingTo(group, "targetGroupArns", SCALING),
    ...graph
      .pointingTo(group, "lbTargetGroupArn", "aws:autoscaling/attachment:Attachment")
      .flatMap((each) => pointedAtFrom(graph, each, ["autoscalingGroupName"], SCALING)),
    ...graph
      .byType("aws:ecs/service:Service")
      .filter((service) => pointedAtFrom(graph, service, ["loadBalancers"], group.type).includes(group)),
  ];
}

function classicTargets(graph: Graph, balancer: Node): readonly Node[] {
  return [
    ...pointedAtFrom(graph, balancer, ["instances"], ...TARGETS),
    ...graph
      .pointingTo(balancer, "elb", "aws:elb/attachment:Attachment")
      .flatMap((each) => pointedAtFrom(graph, each, ["instance"], ...TARGETS)),
    ...graph.pointingTo(balancer, "loadBalancers", SCALING),
  ];
}
