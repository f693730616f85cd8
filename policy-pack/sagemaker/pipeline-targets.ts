import type { Context, Finding } from "../contract/control";
import type { Graph, Node } from "../contract/subject";
import { deferred, violation } from "../core/findings";
import { pointsTo } from "../core/graph";
import { jsonOf } from "./json-property";
import { judgeSteps } from "./judge-job";
import { jobsOfPipeline } from "./pipeline-steps";
import { withDefaults } from "./pipeline-variables";

/** Where the types that start pipelines name the pipeline, and where they set its parameters. */
const TARGETS: Readonly<Record<string, { readonly arn: string; readonly parameters: string }>> = {
  "aws:cloudwatch/eventTarget:EventTarget": {
    arn: "arn",
    parameters: "sagemakerPipelineTarget.pipelineParameterLists",
  },
  "aws:scheduler/schedule:Schedule": {
    arn: "target.arn",
    parameters: "target.sagemakerPipelineParameters.pipelineParameters",
  },
};

export const PIPELINE_STARTERS: readonly string[] = Object.keys(TARGETS);

/**
 * What a pipeline's jobs become by the parameters that a target starts it with; undefined where the target sets none.
 * What is wrong without them is the pipeline's own fault, and found there.
 */
export function judgePipelineParameters(
  graph: Graph,
  target: Node,
  context: Context,
): readonly Finding[] | undefined {
  const { arn, parameters } = TARGETS[target.type] ?? { arn: "arn", parameters: "" };
  const list = target.properties.list(parameters);
  if (list.state === "unset") return undefined;
  if (list.state === "unknown") return [deferred(target, parameters)];
  const given = new Map<string, unknown>();
  for (const { properties } of list.value) {
    const name = properties.get("name");
    const value = properties.get("value");
    if (name.state === "known" && value.state === "known") given.set(String(name.value), value.value);
  }
  const pipelines = graph
    .byType("aws:sagemaker/pipeline:Pipeline")
    .filter((pipeline) => pointsTo(target, arn, pipeline) || pointsAt(target, arn, pipeline));
  return pipelines.flatMap((pipeline) => causedBy(pipeline, given, context).map(onTarget));

  function onTarget(finding: Finding): Finding {
    if (finding.kind === "deferred") return deferred(target, parameters);
    const found = `${finding.property} of the pipeline becomes ${finding.found}`;
    return violation(target, parameters, found, finding.required);
  }
}

/** Whether a property below the top holds the pipeline's ARN. */
function pointsAt(target: Node, property: string, pipeline: Node): boolean {
  const own = target.properties.get(property);
  const arn = pipeline.properties.get("arn");
  return own.state === "known" && arn.state === "known" && own.value === arn.value;
}

function causedBy(pipeline: Node, given: ReadonlyMap<string, unknown>, context: Context): readonly Finding[] {
  const definition = jsonOf(pipeline, "pipelineDefinition");
  if (definition.state !== "read") return [];
  const judge = (parameters: ReadonlyMap<string, unknown>) =>
    judgeSteps(
      pipeline,
      jobsOfPipeline(pipeline, "pipelineDefinition", withDefaults(definition.value, parameters)),
      context,
    );
  const without = new Set(judge(new Map()).map((finding) => `${finding.kind} ${finding.property}`));
  return judge(given).filter((finding) => !without.has(`${finding.kind} ${finding.property}`));
}
