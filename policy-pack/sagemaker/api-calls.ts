import type { Subject } from "../contract/subject";
import type { Value } from "../contract/value";
import {
  AUTO_ML,
  AUTO_ML_V2,
  ENDPOINT_CONFIG,
  type JobShape,
  LABELING,
  MODEL,
  MODEL_PACKAGE,
  monitoring,
  PROCESSING,
  TRAINING,
  TRANSFORM,
} from "./job-shapes";
import { jobAt, type Steps, tuning } from "./pipeline-steps";

/**
 * The calls of SageMaker's API that make jobs and models, in lower case, and the shapes of their arguments.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations_Amazon_SageMaker_Service.html
 */
const CALLS: Readonly<Record<string, JobShape>> = {
  createautomljob: AUTO_ML,
  createautomljobv2: AUTO_ML_V2,
  createdataqualityjobdefinition: monitoring("JobResources", "DataQualityJobOutputConfig"),
  createendpointconfig: ENDPOINT_CONFIG,
  createlabelingjob: LABELING,
  createmodel: MODEL,
  createmodelbiasjobdefinition: monitoring("JobResources", "ModelBiasJobOutputConfig"),
  createmodelexplainabilityjobdefinition: monitoring("JobResources", "ModelExplainabilityJobOutputConfig"),
  createmodelpackage: MODEL_PACKAGE,
  createmodelqualityjobdefinition: monitoring("JobResources", "ModelQualityJobOutputConfig"),
  createprocessingjob: PROCESSING,
  createtrainingjob: TRAINING,
  createtransformjob: TRANSFORM,
};

/** The jobs that a call makes: none where the call makes no job. */
export function jobsOfCall(subject: Pick<Subject, "urn">, call: string, args: Value, path: string): Steps {
  const name = call.toLowerCase();
  const isTuning = name === "createhyperparametertuningjob";
  const shape = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
  if (shape === undefined && !isTuning) return { jobs: [], unknown: [] };
  if (args.state === "unknown") return { jobs: [], unknown: [path] };
  if (shape === undefined) return tuning(subject, args, path);
  return { jobs: [jobAt(subject, shape, args, path)], unknown: [] };
}
