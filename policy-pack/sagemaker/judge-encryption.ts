import type { Finding } from "../contract/control";
import { mayBeCustomerKey } from "../core/customer-key";
import { deferred, isTrue, judgeValue, violation } from "../core/findings";
import { clusterOf, instanceCount, takesVolumeKey } from "./cluster";
import { deferredBlockOf, fieldOf, type Job } from "./job";

const CUSTOMER_KEY = "the ARN of a customer managed KMS key";

/** Findings when a job's volumes or its results have no customer key, or its containers talk in clear. */
export function judgeEncryption(job: Job): readonly Finding[] {
  return [...judgeVolume(job), ...judgeOutput(job), ...judgeTraffic(job)];
}

function judgeVolume(job: Job): readonly Finding[] {
  const { volumeKey } = job.shape;
  if (volumeKey === undefined) return [];
  const cluster = clusterOf(job);
  if (cluster === undefined) return judgeKey(job, volumeKey);
  const property = job.shape.variants === true ? volumeKey : `${cluster}.${volumeKey}`;
  const findings = judgeKey(job, property);
  if (findings.length === 0) return [];
  const takes = takesVolumeKey(job, cluster);
  if (takes.state === "known") return takes.value ? findings : [];
  return [deferred(job.subject, fieldOf(job, property).path)];
}

function judgeOutput(job: Job): readonly Finding[] {
  return job.shape.outputKey === undefined ? [] : judgeKey(job, job.shape.outputKey);
}

function judgeKey(job: Job, apiPath: string): readonly Finding[] {
  const { path, value } = fieldOf(job, apiPath);
  if (value.state === "unknown" && !job.embedded) return deferredBlockOf(job, apiPath);
  return judgeValue(job.subject, path, value, mayBeCustomerKey, CUSTOMER_KEY);
}

/** With one instance there is no traffic between containers, unless the shape says that it may grow to more. */
function judgeTraffic(job: Job): readonly Finding[] {
  const { traffic, trafficAlways } = job.shape;
  if (traffic === undefined) return [];
  const { path, value } = fieldOf(job, traffic);
  if (value.state === "known" && isTrue(value.value)) return [];
  if (value.state === "unknown") return [deferred(job.subject, path)];
  const cluster = clusterOf(job);
  const count = cluster === undefined ? undefined : instanceCount(job, cluster);
  if (trafficAlways !== true && count?.state === "known" && count.value <= 1) return [];
  if (trafficAlways !== true && count?.state === "unknown") return [deferred(job.subject, path)];
  return [violation(job.subject, path, value, "true, where there is more than one instance")];
}
