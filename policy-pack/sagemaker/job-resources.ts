import type { Subject } from "../contract/subject";
import { type Finding, deferred } from "../core";
import type { Job } from "./job";
import { type JobShape, monitoring, TRAINING } from "./job-shapes";

export const TRAINING_TYPES: readonly string[] = [
  "aws:sagemaker/trainingJob:TrainingJob",
  "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob",
];
export const DATA_QUALITY = "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition";
export const MONITORING_SCHEDULE = "aws:sagemaker/monitoringSchedule:MonitoringSchedule";

/** Where tuning jobs define the training jobs that they run: one, or a list. */
const TUNING_DEFINITIONS = ["trainingJobDefinition", "trainingJobDefinitions"];

/** The findings of every job that a resource is, or that it defines; what of them is not known yet is deferred. */
export function judgeJobsOf(subject: Subject, judge: (job: Job) => readonly Finding[]): readonly Finding[] {
  const { jobs, unknown } = jobsOf(subject);
  return [...jobs.flatMap(judge), ...unknown.map((path) => deferred(subject, path))];
}

interface JobsOfResource {
  readonly jobs: readonly Job[];
  readonly unknown: readonly string[];
}

function jobsOf(subject: Subject): JobsOfResource {
  switch (subject.type) {
    case TRAINING_TYPES[1]:
      return tuningJobs(subject);
    case MONITORING_SCHEDULE:
      return within(
        subject,
        "monitoringScheduleConfig.monitoringJobDefinition",
        monitoring("MonitoringResources", "MonitoringOutputConfig"),
      );
    case DATA_QUALITY:
      return whole(subject, monitoring("JobResources", "DataQualityJobOutputConfig"));
    default:
      return whole(subject, TRAINING);
  }
}

function whole(subject: Subject, shape: JobShape): JobsOfResource {
  const job: Job = { subject, shape, properties: subject.properties, path: "", embedded: false };
  return { jobs: [job], unknown: [] };
}

function tuningJobs(subject: Subject): JobsOfResource {
  const parts = TUNING_DEFINITIONS.map((property) => within(subject, property, TRAINING));
  return {
    jobs: parts.flatMap((part) => part.jobs),
    unknown: parts.flatMap((part) => part.unknown),
  };
}

/** The jobs at a property that holds one specification or a list of them. */
function within(subject: Subject, property: string, shape: JobShape): JobsOfResource {
  const list = subject.properties.list(property);
  if (list.state === "unknown") return { jobs: [], unknown: [property] };
  if (list.state === "unset") return { jobs: [], unknown: [] };
  return {
    jobs: list.value.map(({ path, properties }) => ({ subject, shape, properties, path, embedded: false })),
    unknown: [],
  };
}
