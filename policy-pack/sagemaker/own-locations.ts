import type { Context, Finding } from "../contract/control";
import type { Graph, Node } from "../contract/subject";
import type { Value } from "../contract/value";
import { deferred } from "../core/findings";
import { leavesNamed, leavesNamedOrHidden } from "../core/walk";
import { BUCKETS } from "../core/resource-types";
import { isBucketOfStack } from "../topology/own-buckets";
import { bucketOf, judgeLocation, LOCATION_NAMES } from "./locations";

/**
 * Findings for a place in S3 that a resource names: it is in a bucket of the stack, or in another of the company's.
 * While the place is not known yet, that the input comes from a bucket of the stack says as much.
 */
export function judgeOwnLocation(
  graph: Graph,
  node: Node,
  path: string,
  value: Value,
  context: Context,
): readonly Finding[] {
  if (value.state === "unset") return [];
  if (value.state === "unknown") return comesFromBucket(node, path) ? [] : [deferred(node, path)];
  const bucket = typeof value.value === "string" ? bucketOf(value.value) : undefined;
  return bucket !== undefined && isBucketOfStack(graph, bucket)
    ? []
    : judgeLocation(node, path, value, context);
}

function comesFromBucket(node: Node, path: string): boolean {
  return node.references(path).some((other) => BUCKETS.some((type) => type === other.type));
}

/** The inputs of jobs that hold places: those of the job itself, and those that hold jobs. */
const OF_JOB = [
  "checkpointConfig",
  "dataQualityBaselineConfig",
  "dataQualityJobInput",
  "dataQualityJobOutputConfig",
  "debugHookConfig",
  "debugRuleConfigurations",
  "inputDataConfigs",
  "outputDataConfig",
  "profilerConfig",
  "profilerRuleConfigurations",
  "tensorBoardOutputConfig",
];
const OF_JOBS = ["monitoringScheduleConfig", "trainingJobDefinition", "trainingJobDefinitions"];

/** Findings for every place in S3 that a job reads from or writes to. A job that is not known at all is deferred elsewhere. */
export function judgeOwnLocations(graph: Graph, job: Node, context: Context): readonly Finding[] {
  const places = [
    ...OF_JOB.flatMap((input) => leavesNamedOrHidden(job.properties.get(input), input, LOCATION_NAMES)),
    ...OF_JOBS.flatMap((input) => leavesNamed(job.properties.get(input), input, LOCATION_NAMES)),
  ];
  return places.flatMap(({ path, value }) => judgeOwnLocation(graph, job, path, value, context));
}
