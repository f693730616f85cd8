import type { Subject } from "../contract/subject";
import type { Value } from "../contract/value";
import { readPath } from "../core/read";
import {
  AUTO_ML,
  AUTO_ML_V2,
  COMPILATION,
  CUSTOMIZATION,
  EDGE_PACKAGING,
  ENDPOINT_CONFIG,
  type JobShape,
  LABELING,
  MODEL,
  MODEL_PACKAGE,
  monitoring,
  OPTIMIZATION,
  PROCESSING,
  RECOMMENDATION,
  TRAINING,
  TRANSFORM,
} from "./job-shapes";
import { jobAt, type Steps, tuning } from "./pipeline-steps";

/** What starts a pipeline of the program, with parameters that may open its jobs. */
const START = "startpipelineexecution";

/** What defines a monitoring job, or names a definition that is judged by itself. */
const SCHEDULES = ["createmonitoringschedule", "updatemonitoringschedule"];

/**
 * What opens notebooks, stores, networks and other pipelines, and is no job: it belongs into the program, where each control of
 * its own judges it.
 */
const TO_BE_DECLARED: ReadonlySet<string> = new Set([
  "createapp",
  "createcluster",
  "createcoderepository",
  "createdomain",
  "createfeaturegroup",
  "createflowdefinition",
  "createmlflowapp",
  "createmlflowtrackingserver",
  "createnotebookinstance",
  "createnotebookinstancelifecycleconfig",
  "createpipeline",
  "createpresigneddomainurl",
  "createpresignedmlflowtrackingserverurl",
  "createpresignednotebookinstanceurl",
  "createspace",
  "createstudiolifecycleconfig",
  "createuserprofile",
  "putmodelpackagegrouppolicy",
  "updatecluster",
  "updatedomain",
  "updatemlflowapp",
  "updatemlflowtrackingserver",
  "updatenotebookinstance",
  "updatenotebookinstancelifecycleconfig",
  "updatepipeline",
  "updatespace",
  "updateuserprofile",
]);

/**
 * The calls of SageMaker's API that make jobs and models, in lower case, and the shapes of their arguments.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations_Amazon_SageMaker_Service.html
 */
const CALLS: Readonly<Record<string, JobShape>> = {
  "bedrock:createmodelcustomizationjob": CUSTOMIZATION,
  createautomljob: AUTO_ML,
  createautomljobv2: AUTO_ML_V2,
  createcompilationjob: COMPILATION,
  createdataqualityjobdefinition: monitoring("JobResources", "DataQualityJobOutputConfig"),
  createedgepackagingjob: EDGE_PACKAGING,
  createendpointconfig: ENDPOINT_CONFIG,
  createinferencerecommendationsjob: RECOMMENDATION,
  createlabelingjob: LABELING,
  createmodel: MODEL,
  createmodelbiasjobdefinition: monitoring("JobResources", "ModelBiasJobOutputConfig"),
  createmodelexplainabilityjobdefinition: monitoring("JobResources", "ModelExplainabilityJobOutputConfig"),
  createmodelpackage: MODEL_PACKAGE,
  createmodelqualityjobdefinition: monitoring("JobResources", "ModelQualityJobOutputConfig"),
  createoptimizationjob: OPTIMIZATION,
  createprocessingjob: PROCESSING,
  createtrainingjob: TRAINING,
  createtransformjob: TRANSFORM,
};

/** Calls of other services, with the service before them, are in the table too. */
export const SERVICES = "sagemaker|bedrock";

/** A call as the table has it: that of a SageMaker call alone, that of another service's with its service. */
export const callOf = (service: string, name: string): string =>
  service.toLowerCase() === "sagemaker" ? name : `${service}:${name}`;

/** The jobs that a call makes: none where the call makes no job. */
export function jobsOfCall(subject: Pick<Subject, "urn">, call: string, args: Value, path: string): Steps {
  const name = call.toLowerCase();
  if (TO_BE_DECLARED.has(name)) return { jobs: [], unknown: [], toBeDeclared: [{ path, call }] };
  if (name === START) return { jobs: [], unknown: [], starts: [{ path, args }] };
  if (SCHEDULES.includes(name)) return scheduled(subject, args, path);
  const isTuning = name === "createhyperparametertuningjob";
  const shape = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
  if (shape === undefined && !isTuning) return { jobs: [], unknown: [] };
  if (args.state === "unknown") return { jobs: [], unknown: [path] };
  if (shape === undefined) return tuning(subject, args, path);
  return { jobs: [jobAt(subject, shape, args, path)], unknown: [] };
}

function scheduled(subject: Pick<Subject, "urn">, args: Value, path: string): Steps {
  const at = "MonitoringScheduleConfig.MonitoringJobDefinition";
  const own = args.state === "known" ? readPath(args.value, at) : args;
  if (own.state === "unknown") return { jobs: [], unknown: [path] };
  if (own.state === "unset") return { jobs: [], unknown: [] };
  const shape = monitoring("MonitoringResources", "MonitoringOutputConfig");
  return { jobs: [jobAt(subject, shape, own, `${path}.${at}`)], unknown: [] };
}
