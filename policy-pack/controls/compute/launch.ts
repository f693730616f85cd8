import type { Graph, Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { type Inner, leavesNamedOrHidden, leavesOf } from "../../core/walk";
import { isAccelerated } from "./accelerated";
import { type Launcher, LAUNCHERS, TEMPLATE, TEMPLATE_TYPES } from "./launchers";
import { isOnFargate } from "./on-fargate";

/** One resource that launches instances, with its templates and subnets found. */
export interface Launch {
  readonly node: Node;
  readonly launcher: Launcher;
  readonly templates: readonly Node[];
  readonly subnets: readonly Node[];
}

/** Everything in a stack that launches instances. */
export function launchesOf(graph: Graph): readonly Launch[] {
  return LAUNCHERS.flatMap((launcher) =>
    launchersOf(graph, launcher).map((node) => {
      const templates = pointedAtFrom(graph, node, launcher.templates, ...TEMPLATE_TYPES);
      const own = subnetsAt(graph, node, launcher.subnets);
      const subnets =
        own.length > 0 ? own : templates.flatMap((one) => subnetsAt(graph, one, TEMPLATE.subnets));
      return { node, launcher, templates, subnets };
    }),
  );
}

function launchersOf(graph: Graph, { type }: Launcher): readonly Node[] {
  return graph.byType(type).filter((node) => !isOnFargate(node) && !launchesNothing(node));
}

/** A capacity provider that spreads tasks over a scaling group launches nothing; the group does. */
function launchesNothing({ type, properties }: Node): boolean {
  const ofEcs = type === "aws:ecs/capacityProvider:CapacityProvider";
  return ofEcs && properties.get("managedInstancesProvider").state === "unset";
}

function subnetsAt(graph: Graph, node: Node, inputs: readonly string[]): readonly Node[] {
  return pointedAtFrom(graph, node, inputs, "aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet");
}

/** Whether a launch may bring up an instance with an accelerator; "unknown" when a type is not known yet. */
export function accelerationOf({ node, launcher, templates }: Launch): boolean | "unknown" {
  const places = [
    { node, inputs: launcher.types },
    ...templates.map((template) => ({ node: template, inputs: TEMPLATE.types })),
  ];
  const answers = places.flatMap((place) => accelerationAt(place.node, place.inputs));
  if (answers.includes(true)) return true;
  return answers.includes("unknown") ? "unknown" : false;
}

/** The same for a template by itself. */
export function templateAcceleration(template: Node): boolean | "unknown" {
  const answers = accelerationAt(template, TEMPLATE.types);
  return answers.includes(true) ? true : answers.includes("unknown") ? "unknown" : false;
}

const TYPE_NAMES = ["instanceType", "instanceTypes", "allowedInstanceTypes"];

function accelerationAt(node: Node, inputs: readonly string[]): readonly (boolean | "unknown")[] {
  return inputs.flatMap((input) => {
    const value = node.properties.get(input);
    const types = leavesNamedOrHidden(value, input, TYPE_NAMES);
    return [
      ...types.map((leaf) => (leaf.value.state === "known" ? isAccelerated(leaf.value.value) : "unknown")),
      leavesOf(value, input).some(demandsAccelerator),
    ];
  });
}

/** Requirements by attribute that ask for an accelerator, without naming a type. */
function demandsAccelerator({ path, value }: Inner): boolean {
  if (/\.accelerator(Types|Names|Manufacturers)\[\d+\]$/.test(path)) return true;
  return /\.acceleratorCount\.min$/.test(path) && (value.state !== "known" || Number(value.value) > 0);
}
