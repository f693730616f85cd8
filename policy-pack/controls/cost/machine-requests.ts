import type { Subject } from "../../core";
import { type Inner, leavesNamed, leavesOf } from "../../core/walk";
import { isAccelerated } from "../compute/accelerated";

/** An instance type that a resource asks for, and the counts of machines that stand beside it. */
export interface MachineRequest {
  readonly type: Inner;
  readonly counts: readonly Inner[];
}

const TYPE_NAMES = /(^|[.\]])(instanceTypes?|InstanceType)(\[\d+\])?$/;

/** How many machines: beside the type, or for the whole resource. */
const COUNTS_BESIDE = ["instanceCount", "initialInstanceCount", "managedInstanceScaling.maxInstanceCount"];
const COUNTS_OF_RESOURCE = ["maxSize", "desiredCapacity", "scalingConfig.maxSize", "totalTargetCapacity"];

/** Every instance type somewhere in a resource, with its counts. */
export function machineRequests(subject: Subject): readonly MachineRequest[] {
  const leaves = subject.properties.keys().flatMap((input) => leavesOf(subject.properties.get(input), input));
  const at = (path: string) => leaves.filter((leaf) => leaf.path === path || isHiddenAbove(leaf, path));
  const whole = COUNTS_OF_RESOURCE.flatMap(at);
  return leaves
    .filter(({ path }) => TYPE_NAMES.test(path))
    .map((type) => {
      const owner = type.path.replace(/\.?[^.[\]]+(\[\d+\])?$/, "");
      const beside = COUNTS_BESIDE.map((name) => (owner === "" ? name : `${owner}.${name}`));
      return { type, counts: [...beside.flatMap(at), ...whole] };
    });
}

/** What is not known as a whole, and holds a path once it is. */
const isHiddenAbove = ({ path, value }: Inner, inner: string): boolean =>
  value.state === "unknown" && inner.startsWith(`${path}.`);

/** Inputs inside which machines are asked for. */
const HOLDERS = [
  "computeResources",
  "launchSpecifications",
  "launchTemplateConfigs",
  "mixedInstancesPolicy",
  "productionVariants",
  "resourceConfig",
  "resourceSpec",
  "shadowProductionVariants",
  "spaceSettings",
  "trainingJobDefinition",
  "trainingJobDefinitions",
];

/** The paths of what is not known as a whole, or as an element, and may ask for any machine. */
export function hiddenRequests({ properties }: Subject): readonly string[] {
  return HOLDERS.flatMap((input) => leavesNamed(properties.get(input), input, [input]))
    .filter(({ value }) => value.state === "unknown")
    .map(({ path }) => path);
}

export const isAcceleratedRequest = ({ type }: MachineRequest): boolean =>
  type.value.state === "known" && isAccelerated(type.value.value);

/**
 * Families of which a single machine costs as much as a person: P4 and newer, Trainium, DL1 and newer.
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html
 */
export const isLargeFamily = ({ type }: MachineRequest): boolean =>
  type.value.state === "known" && /^(?:ml\.)?(?:p(?:[4-9]|\d\d)|trn\d|dl\d)/.test(String(type.value.value));
