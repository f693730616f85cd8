import { type Graph, isTrue, type Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { targetsOfGroup } from "./targets";

const both = (name: string): readonly string[] => {
  const file = name.charAt(0).toLowerCase() + name.slice(1);
  return [`aws:lb/${file}:${name}`, `aws:alb/${file}:${name}`];
};
const MODERN = both("LoadBalancer");
const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";
const TARGET_GROUPS = both("TargetGroup");
const ENDPOINT_GROUPS = [
  "aws:globalaccelerator/endpointGroup:EndpointGroup",
  "aws:globalaccelerator/customRoutingEndpointGroup:CustomRoutingEndpointGroup",
];
const SCALING = "aws:autoscaling/group:Group";
const INSTANCES = ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"];

/** One way from the internet to a target: the public load balancer, its listener, the target group. */
export interface PublicWay {
  readonly target: Node;
  readonly path: readonly string[];
}

/** Everything that a load balancer or an accelerator which faces the internet passes requests on to. */
export function publicWays(graph: Graph): readonly PublicWay[] {
  const balancers = graph.byType(...MODERN, CLASSIC).filter(facesInternet);
  return [
    ...balancers.flatMap((balancer) => waysThrough(graph, balancer, ["internet"], [])),
    ...graph.byType(...ENDPOINT_GROUPS).flatMap((group) => waysThroughAccelerator(graph, group)),
  ];
}

/** A load balancer faces the internet unless it is said to be internal. One that is not known yet may be. */
function facesInternet(balancer: Node): boolean {
  const internal = balancer.properties.get("internal");
  return !(internal.state === "known" && isTrue(internal.value)) && internal.state !== "unknown";
}

/** An accelerator reaches instances and load balancers in private subnets, which need no address of their own. */
function waysThroughAccelerator(graph: Graph, group: Node): readonly PublicWay[] {
  const path = ["internet", `accelerator ${group.name}`];
  const found = pointedAtFrom(graph, group, ["endpointConfigurations"], ...INSTANCES, ...MODERN);
  return found.flatMap((target) => onward(graph, target, path, []));
}

/** Where a target is a load balancer in its turn, the ways that lead on from it. */
function onward(
  graph: Graph,
  target: Node,
  path: readonly string[],
  passed: readonly Node[],
): readonly PublicWay[] {
  return MODERN.includes(target.type) ? waysThrough(graph, target, path, passed) : [{ target, path }];
}

function waysThrough(
  graph: Graph,
  balancer: Node,
  before: readonly string[],
  passed: readonly Node[],
): readonly PublicWay[] {
  if (passed.includes(balancer)) return [];
  const path = [...before, `load balancer ${balancer.name}`];
  if (balancer.type === CLASSIC) return classicTargets(graph, balancer).map((target) => ({ target, path }));
  return graph.pointingTo(balancer, "loadBalancerArn", ...both("Listener")).flatMap((listener) =>
    targetGroupsOf(graph, listener).flatMap((group) => {
      const further = [...path, `listener ${listener.name}`, `target group ${group.name}`];
      return targetsOfGroup(graph, group).flatMap((target) =>
        onward(graph, target, further, [...passed, balancer]),
      );
    }),
  );
}

function targetGroupsOf(graph: Graph, listener: Node): readonly Node[] {
  const rules = graph.pointingTo(listener, "listenerArn", ...both("ListenerRule"));
  return [
    ...pointedAtFrom(graph, listener, ["defaultActions"], ...TARGET_GROUPS),
    ...rules.flatMap((rule) => pointedAtFrom(graph, rule, ["actions"], ...TARGET_GROUPS)),
  ];
}

function classicTargets(graph: Graph, balancer: Node): readonly Node[] {
  const attached = graph.pointingTo(balancer, "elb", "aws:autoscaling/attachment:Attachment");
  return [
    ...pointedAtFrom(graph, balancer, ["instances"], ...INSTANCES),
    ...graph
      .pointingTo(balancer, "elb", "aws:elb/attachment:Attachment")
      .flatMap((each) => pointedAtFrom(graph, each, ["instance"], ...INSTANCES)),
    ...graph.pointingTo(balancer, "loadBalancers", SCALING),
    ...attached.flatMap((each) => pointedAtFrom(graph, each, ["autoscalingGroupName"], SCALING)),
  ];
}
