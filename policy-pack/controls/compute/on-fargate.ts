import type { Subject } from "../../core";

/**
 * Whether a compute environment of Batch has its jobs run on Fargate, and so launches no instance and keeps no volume
 * in the account. https://docs.aws.amazon.com/batch/latest/APIReference/API_ComputeResource.html
 */
export function isOnFargate(environment: Subject): boolean {
  const type = environment.properties.get("computeResources.type");
  return type.state === "known" && /^FARGATE(_SPOT)?$/.test(String(type.value));
}
