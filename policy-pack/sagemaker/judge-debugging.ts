import type { Finding } from "../contract/control";
import { deferred, isFalse, judgeValue } from "../core/findings";
import { clusterOf, memberOf } from "./cluster";
import { fieldOf, type Job, listOf } from "./job";

/** The longest that a job may run: five days. AWS would let it run for 28. */
const LONGEST_RUN_SECONDS = 5 * 24 * 60 * 60;

/** The longest that a job on spot instances may wait and run: ten days. */
const LONGEST_WAIT_SECONDS = 2 * LONGEST_RUN_SECONDS;

/** The longest that a finished job's machines, with its data on them, may wait for the next: half an hour. */
const LONGEST_WARM_POOL_SECONDS = 30 * 60;

/**
 * Findings when somebody could open a shell in a job's containers, or when it has no end.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/train-remote-debugging.html
 */
export function judgeDebugging(job: Job): readonly Finding[] {
  return [...judgeShell(job), ...judgeRun(job), ...judgeWarmPool(job)];
}

function judgeShell(job: Job): readonly Finding[] {
  if (job.shape.remoteDebug === undefined) return [];
  if (job.shape.variants === true) return judgeVariants(job, job.shape.remoteDebug);
  const { path, value } = fieldOf(job, job.shape.remoteDebug);
  return judgeValue(job.subject, path, value, isFalse, "false", { unset: true });
}

function judgeVariants(job: Job, name: string): readonly Finding[] {
  return ["ProductionVariants", "ShadowProductionVariants"].flatMap((variants): readonly Finding[] => {
    const list = listOf(job, variants);
    if (list.state === "unknown") return [deferred(job.subject, list.path)];
    if (list.state === "unset") return [];
    return list.value.flatMap((variant) =>
      judgeValue(job.subject, `${variant.path}.${name}`, memberOf(job, variant, name), isFalse, "false", {
        unset: true,
      }),
    );
  });
}

function judgeRun(job: Job): readonly Finding[] {
  if (job.shape.stopping === undefined) return [];
  return [
    ...judgeSeconds(job, `${job.shape.stopping}.MaxRuntimeInSeconds`, LONGEST_RUN_SECONDS, false),
    ...judgeSeconds(job, `${job.shape.stopping}.MaxWaitTimeInSeconds`, LONGEST_WAIT_SECONDS, true),
  ];
}

function judgeWarmPool(job: Job): readonly Finding[] {
  const cluster = clusterOf(job);
  if (job.shape.stopping === undefined || cluster === undefined) return [];
  return judgeSeconds(job, `${cluster}.KeepAlivePeriodInSeconds`, LONGEST_WARM_POOL_SECONDS, true);
}

function judgeSeconds(job: Job, apiPath: string, most: number, unset: boolean): readonly Finding[] {
  const { path, value } = fieldOf(job, apiPath);
  const fits = (seconds: unknown) => Number(seconds) <= most;
  return judgeValue(job.subject, path, value, fits, `${most} or less`, { unset });
}
