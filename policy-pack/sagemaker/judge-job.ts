import type { Context, Finding } from "../contract/control";
import type { Subject } from "../contract/subject";
import { deferred, violation } from "../core/findings";
import { judgeImagesAt } from "./images";
import type { Job } from "./job";
import { judgeDebugging } from "./judge-debugging";
import { judgeEncryption } from "./judge-encryption";
import { judgeIsolation, judgeVpc } from "./judge-network";
import { judgeLocationsIn } from "./locations";
import type { Steps } from "./pipeline-steps";

/** The blocks in which the API takes images. */
const IMAGE_BLOCKS = [
  "AlgorithmSpecification",
  "AppSpecification",
  "Containers",
  "DataQualityAppSpecification",
  "DebugRuleConfigurations",
  "InferenceSpecification",
  "ModelBiasAppSpecification",
  "ModelExplainabilityAppSpecification",
  "ModelQualityAppSpecification",
  "PrimaryContainer",
  "ProfilerRuleConfigurations",
];

/** Everything that is asked of a job: isolation, network, keys, end and shell, images and buckets. */
export function judgeJob(subject: Subject, job: Job, context: Context): readonly Finding[] {
  return [
    ...judgeIsolation(job),
    ...judgeVpc(job),
    ...judgeEncryption(job),
    ...judgeDebugging(job),
    ...IMAGE_BLOCKS.flatMap((name) =>
      judgeImagesAt(subject, job.properties, name, `${job.path}.${name}`, context),
    ),
    ...job.properties
      .keys()
      .flatMap((name) => judgeLocationsIn(subject, job.properties.get(name), `${job.path}.${name}`, context)),
  ];
}

/** The findings of every job of a pipeline or state machine, and what of it cannot be told before it is started. */
export function judgeSteps(subject: Subject, steps: Steps, context: Context): readonly Finding[] {
  return [
    ...steps.jobs.flatMap((job) => judgeJob(subject, job, context)),
    ...steps.unknown.map((path) => deferred(subject, path)),
    ...(steps.toBeDeclared ?? []).map(({ path, call }) =>
      violation(
        subject,
        path,
        `a call of ${call}`,
        "what it makes declared in the program, where it is judged",
      ),
    ),
  ];
}
