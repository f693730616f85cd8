import type { Finding } from "../contract/control";
import { deferred, isTrue, judgeValue, violation } from "../core/findings";
import { deferredBlockOf, fieldOf, type Job, listOf } from "./job";

/** Findings when a job's containers can reach the network. The isolation is off unless it is turned on. */
export function judgeIsolation(job: Job): readonly Finding[] {
  if (job.shape.isolation === undefined) return [];
  const { path, value } = fieldOf(job, job.shape.isolation);
  return judgeValue(job.subject, path, value, isTrue, "true");
}

/** Findings when a job names no subnets or no security groups. */
export function judgeVpc(job: Job): readonly Finding[] {
  if (job.shape.vpc === undefined) return [];
  return [
    ...judgeNonEmpty(job, `${job.shape.vpc}.${job.shape.subnets ?? "Subnets"}`, "private subnets"),
    ...judgeNonEmpty(job, `${job.shape.vpc}.SecurityGroupIds`, "at least one security group"),
  ];
}

function judgeNonEmpty(job: Job, apiPath: string, required: string): readonly Finding[] {
  const list = listOf(job, apiPath);
  if (list.state === "unknown")
    return job.embedded ? [deferred(job.subject, list.path)] : deferredBlockOf(job, apiPath);
  const found = list.state === "known" ? list.value : [];
  if (found.length === 0) return [violation(job.subject, list.path, "not set", required)];
  return job.embedded
    ? found.filter((each) => each.value.state === "unknown").map((each) => deferred(job.subject, each.path))
    : [];
}
