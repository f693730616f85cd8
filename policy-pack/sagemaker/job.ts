import type { Finding } from "../contract/control";
import type { Subject } from "../contract/subject";
import type { Properties } from "../contract/subject";
import type { Value } from "../contract/value";
import { deferred } from "../core/findings";
import { join, steps } from "../core/path";
import type { JobShape } from "./job-shapes";

/** A job's specification: a resource of its own, or the arguments of a call inside a pipeline or a state machine. */
export interface Job {
  /** The resource that findings are reported on. */
  readonly subject: Pick<Subject, "urn">;
  readonly shape: JobShape;
  readonly properties: Properties;
  /** Where the specification stands in its resource: "" for a resource that is the job itself. */
  readonly path: string;
  /**
   * Whether it stands in JSON with the API's names. What is unknown there is chosen when the job is started, by whoever
   * starts it, so that being set is not enough.
   */
  readonly embedded: boolean;
}

/** One property of a job, and where it stands. */
export interface JobField {
  readonly path: string;
  readonly value: Value;
}

/** Reads a property by the API's name for it, `VpcConfig.Subnets`; resources spell it `vpcConfig.subnets`. */
export function fieldOf(job: Job, apiPath: string): JobField {
  const own = spelled(job, apiPath);
  return { path: at(job, own), value: job.properties.get(own) };
}

/** Reads a list by the API's name for it. */
export function listOf(
  job: Job,
  apiPath: string,
): { readonly path: string } & ReturnType<Properties["list"]> {
  const own = spelled(job, apiPath);
  return { path: at(job, own), ...job.properties.list(own) };
}

function spelled(job: Job, apiPath: string): string {
  if (job.embedded) return apiPath;
  return steps(apiPath)
    .map((step) => step.charAt(0).toLowerCase() + step.slice(1))
    .reduce((path, step) => join(path, step), "");
}

function at(job: Job, own: string): string {
  return job.path === "" ? own : `${job.path}.${own}`;
}

/** Deferred where a field stands in a block that is not known as a whole; nothing where the field is set by itself. */
export function deferredBlockOf(job: Job, apiPath: string): readonly Finding[] {
  const end = apiPath.lastIndexOf(".");
  if (end < 0) return [];
  const block = fieldOf(job, apiPath.slice(0, end));
  if (block.value.state !== "unknown") return [];
  const outer = deferredBlockOf(job, apiPath.slice(0, end));
  return outer.length > 0 ? outer : [deferred(job.subject, block.path)];
}
