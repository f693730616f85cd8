import type { Element } from "../contract/subject";
import { known, UNKNOWN, UNSET, type Value } from "../contract/value";
import { hasLocalStore } from "../controls/sagemaker/instance-storage";
import { fieldOf, type Job, listOf } from "./job";

/** The block that says on which machines a job runs; the first of those of its shape that is set. */
export function clusterOf(job: Job): string | undefined {
  const clusters = job.shape.clusters ?? [];
  return clusters.find((block) => fieldOf(job, block).value.state !== "unset") ?? clusters[0];
}

/** How many instances a job runs on, groups of different types added up. One, where it does not say. */
export function instanceCount(job: Job, cluster: string): Value<number> {
  const groups = groupsOf(job, cluster);
  const counts =
    groups === undefined
      ? [fieldOf(job, `${cluster}.InstanceCount`).value]
      : groups.map((group) => memberOf(job, group, "InstanceCount"));
  if (counts.some((count) => count.state === "unknown")) return UNKNOWN;
  return known(counts.reduce((sum, count) => sum + (count.state === "known" ? Number(count.value) : 1), 0));
}

/** Whether SageMaker takes a key for a job's volumes: not where every type keeps its data on a local store. */
export function takesVolumeKey(job: Job, cluster: string): Value<boolean> {
  const types = instanceTypes(job, cluster);
  if (types.some((type) => type.state === "known" && !hasLocalStore(String(type.value)))) return known(true);
  if (types.some((type) => type.state !== "known"))
    return types.every((t) => t.state === "unset") ? known(true) : UNKNOWN;
  return known(false);
}

function instanceTypes(job: Job, cluster: string): readonly Value[] {
  if (job.shape.variants === true) return variantTypes(job, cluster);
  const groups = groupsOf(job, cluster);
  if (groups !== undefined) return groups.map((group) => memberOf(job, group, "InstanceType"));
  return [fieldOf(job, `${cluster}.InstanceType`).value];
}

/** The types of the variants that have machines of their own: serverless ones have none. */
function variantTypes(job: Job, cluster: string): readonly Value[] {
  const list = listOf(job, cluster);
  if (list.state !== "known") return [list.state === "unknown" ? UNKNOWN : UNSET];
  return list.value
    .filter((variant) => memberOf(job, variant, "ServerlessConfig").state !== "known")
    .map((variant) => memberOf(job, variant, "InstanceType"));
}

/** The groups of a heterogeneous cluster; undefined where it has none. */
function groupsOf(job: Job, cluster: string): readonly Element[] | undefined {
  for (const name of ["InstanceGroups", "InstanceConfigs"]) {
    const list = listOf(job, `${cluster}.${name}`);
    if (list.state === "known" && list.value.length > 0) return list.value;
  }
  return undefined;
}

/** A member of a group or variant, by the API's name for it. */
export function memberOf(job: Job, { value, properties }: Element, name: string): Value {
  if (value.state !== "known") return value.state === "unknown" ? UNKNOWN : UNSET;
  return properties.get(job.embedded ? name : name.charAt(0).toLowerCase() + name.slice(1));
}
