import type { Subject } from "../contract/subject";
import type { Value } from "../contract/value";
import { join } from "../core/path";
import { propertiesOf } from "../core/properties";
import { readOwn, readPath } from "../core/read";
import type { Job } from "./job";
import {
  AUTO_ML,
  CUSTOMIZATION,
  ENDPOINT_CONFIG,
  type JobShape,
  MODEL,
  MODEL_PACKAGE,
  PROCESSING,
  TRAINING,
  TRANSFORM,
} from "./job-shapes";

/** What the types of steps run. A quality or a Clarify check is a processing job with its arguments. */
const STEP_SHAPES: Readonly<Record<string, JobShape>> = {
  Training: TRAINING,
  Processing: PROCESSING,
  QualityCheck: PROCESSING,
  ClarifyCheck: PROCESSING,
  Transform: TRANSFORM,
  AutoML: AUTO_ML,
  Model: MODEL,
  RegisterModel: MODEL_PACKAGE,
  EndpointConfig: ENDPOINT_CONFIG,
  BedrockCustomModel: CUSTOMIZATION,
};

/**
 * Steps that run no job of SageMaker's: they decide, wait, call what is declared elsewhere, or deploy what the steps above
 * have made. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_PipelineExecutionStepMetadata.html
 */
const WITHOUT_JOB: ReadonlySet<string> = new Set([
  "BedrockCustomModelDeployment",
  "BedrockModelImport",
  "BedrockProvisionedModelThroughput",
  "Callback",
  "Condition",
  "EMR",
  "EMRServerless",
  "Endpoint",
  "Fail",
  "InferenceComponent",
  "Lambda",
  "Lineage",
  "Tuning",
]);

/** What a pipeline runs, and where it is not to be told before it is started. */
export interface Steps {
  readonly jobs: readonly Job[];
  readonly unknown: readonly string[];
  /** Calls that make something which must be declared in the program instead. Default none. */
  readonly toBeDeclared?: readonly { readonly path: string; readonly call: string }[];
  /** Calls that start a pipeline, with their arguments. Default none. */
  readonly starts?: readonly { readonly path: string; readonly args: Value }[];
}

/** The jobs of a pipeline, those in the branches of conditions included. */
export function jobsOfPipeline(subject: Pick<Subject, "urn">, property: string, definition: unknown): Steps {
  return stepsIn(subject, readOwn(definition, "Steps"), join(property, "Steps"));
}

function stepsIn(subject: Pick<Subject, "urn">, list: Value, path: string): Steps {
  if (list.state === "unknown") return { jobs: [], unknown: [path] };
  if (list.state === "unset" || !Array.isArray(list.value)) return { jobs: [], unknown: [] };
  const steps = list.value as readonly unknown[];
  return merged(steps.map((_, i) => stepAt(subject, readOwn(steps, String(i)), join(path, i))));
}

function stepAt(subject: Pick<Subject, "urn">, step: Value, path: string): Steps {
  if (step.state !== "known") return { jobs: [], unknown: [path] };
  const type = readOwn(step.value, "Type");
  const at = join(path, "Arguments");
  const args = readOwn(step.value, "Arguments");
  if (type.state !== "known" || args.state === "unknown") return { jobs: [], unknown: [at] };
  const branches = ["IfSteps", "ElseSteps"].map((branch) =>
    stepsIn(subject, readPath(step.value, `Arguments.${branch}`), join(at, branch)),
  );
  return merged([jobsOfStep(subject, String(type.value), args, path), ...branches]);
}

/** What a step runs by itself. One of a type that is not known, or that makes its own cluster of EMR, cannot be told. */
function jobsOfStep(subject: Pick<Subject, "urn">, type: string, args: Value, path: string): Steps {
  const at = join(path, "Arguments");
  if (type === "Tuning") return tuning(subject, args, at);
  const shape = Object.hasOwn(STEP_SHAPES, type) ? STEP_SHAPES[type] : undefined;
  if (shape !== undefined) return { jobs: [jobAt(subject, shape, args, at)], unknown: [] };
  if (!WITHOUT_JOB.has(type)) return { jobs: [], unknown: [join(path, "Type")] };
  const cluster = args.state === "known" ? readOwn(args.value, "ClusterConfig") : args;
  const makesCluster = type === "EMR" && cluster.state !== "unset";
  return { jobs: [], unknown: makesCluster ? [join(at, "ClusterConfig")] : [] };
}

/** A tuning step runs the training jobs that it defines: one, or a list. */
export function tuning(subject: Pick<Subject, "urn">, args: Value, at: string): Steps {
  const parts = ["TrainingJobDefinition", "TrainingJobDefinitions"].map((name): Steps => {
    const list = propertiesOf(args.state === "known" ? args.value : undefined, at).list(name);
    if (list.state === "unknown") return { jobs: [], unknown: [join(at, name)] };
    if (list.state === "unset") return { jobs: [], unknown: [] };
    const single = list.value.length === 1 && name === "TrainingJobDefinition";
    return {
      jobs: list.value.map((each) => ({
        subject,
        shape: TRAINING,
        properties: each.properties,
        path: single ? join(at, name) : each.path,
        embedded: true,
      })),
      unknown: [],
    };
  });
  return merged(parts);
}

/** A job by its arguments. Without any, all that must be set is missing. */
export function jobAt(subject: Pick<Subject, "urn">, shape: JobShape, args: Value, path: string): Job {
  const properties = propertiesOf(args.state === "known" ? args.value : undefined, path);
  return { subject, shape, properties, path, embedded: true };
}

export function merged(parts: readonly Steps[]): Steps {
  return {
    jobs: parts.flatMap((part) => part.jobs),
    unknown: parts.flatMap((part) => part.unknown),
    toBeDeclared: parts.flatMap((part) => part.toBeDeclared ?? []),
    starts: parts.flatMap((part) => part.starts ?? []),
  };
}
