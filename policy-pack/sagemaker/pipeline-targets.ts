import type { Context, Finding } from "../contract/control";
import type { Element, Graph, Node } from "../contract/subject";
import type { Value } from "../contract/value";
import { deferred, violation } from "../core/findings";
import { pointsTo } from "../core/graph";
import { propertiesOf } from "../core/properties";
import { jsonOf } from "./json-property";
import { judgeSteps } from "./judge-job";
import { jobsOfPipeline } from "./pipeline-steps";
import { withDefaults } from "./pipeline-variables";
import { UNDETERMINED } from "./undetermined";

const PIPELINE = "aws:sagemaker/pipeline:Pipeline";

/** Where the types that start pipelines name the pipeline, and where they set its parameters. */
const TARGETS: Readonly<Record<string, { readonly arn: string; readonly parameters: string }>> = {
  "aws:cloudwatch/eventTarget:EventTarget": {
    arn: "arn",
    parameters: "sagemakerPipelineTarget.pipelineParameterLists",
  },
  "aws:pipes/pipe:Pipe": {
    arn: "target",
    parameters: "targetParameters.sagemakerPipelineParameters.pipelineParameters",
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
  const pipelines = graph
    .byType(PIPELINE)
    .filter((pipeline) => pointsTo(target, arn, pipeline) || pointsAt(target, arn, pipeline));
  const given = parametersOf(list.value, ["name", "value"]);
  return causedByEach(target, parameters, pipelines, given, context);
}

/** The same for a call of `StartPipelineExecution`, whose arguments name the pipeline by its name or its ARN. */
export function judgePipelineStart(
  graph: Graph,
  starter: Node,
  { path, args }: { readonly path: string; readonly args: Value },
  context: Context,
): readonly Finding[] {
  if (args.state === "unknown") return [deferred(starter, path)];
  const properties = propertiesOf(args.state === "known" ? args.value : undefined, path);
  const list = properties.list("PipelineParameters");
  const at = `${path}.PipelineParameters`;
  if (list.state === "unset") return [];
  if (list.state === "unknown") return [deferred(starter, at)];
  const name = properties.get("PipelineName");
  const pipelines = graph.byType(PIPELINE).filter((pipeline) => isNamed(pipeline, name));
  return causedByEach(starter, at, pipelines, parametersOf(list.value, ["Name", "Value"]), context);
}

/** A name that is chosen when it is started may be any pipeline's. */
function isNamed(pipeline: Node, name: Value): boolean {
  if (name.state !== "known") return name.state === "unknown";
  return ["pipelineName", "id", "arn"].some((property) => {
    const own = pipeline.properties.get(property);
    return own.state === "known" && own.value === name.value;
  });
}

/** What is taken from the event, as `$.detail.isolated` or `<$.body.isolated>`, is chosen by whoever sends it. */
function parametersOf(
  list: readonly Element[],
  [nameProperty, valueProperty]: readonly [string, string],
): ReadonlyMap<string, unknown> {
  return new Map(
    list.flatMap(({ properties }): readonly (readonly [string, unknown])[] => {
      const name = properties.get(nameProperty);
      const value = properties.get(valueProperty);
      if (name.state !== "known" || value.state === "unset") return [];
      const isChosen = value.state === "unknown" || /^<?\$\./.test(String(value.value));
      return [[String(name.value), isChosen ? UNDETERMINED : value.value]];
    }),
  );
}

function causedByEach(
  starter: Node,
  at: string,
  pipelines: readonly Node[],
  given: ReadonlyMap<string, unknown>,
  context: Context,
): readonly Finding[] {
  return pipelines.flatMap((pipeline) =>
    causedBy(pipeline, given, context).map((finding) => {
      if (finding.kind === "deferred") return deferred(starter, at);
      const found = `${finding.property} of the pipeline becomes ${finding.found}`;
      return violation(starter, at, found, finding.required);
    }),
  );
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
