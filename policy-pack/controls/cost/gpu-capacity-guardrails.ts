import {
  type Context,
  deferred,
  type Finding,
  isText,
  mustBe,
  type ResourceControl,
  type Subject,
  type Tier,
  violation,
} from "../../core";
import { isCommitted, isCommittedAt } from "./capacity-commitments";
import {
  hiddenRequests,
  isAcceleratedRequest,
  isLargeFamily,
  type MachineRequest,
  machineRequests,
} from "./machine-requests";

/** The most machines with an accelerator of one resource, where the settings say nothing else. */
const MOST_ACCELERATED: Readonly<Record<Tier, number>> = { dev: 2, staging: 4, prod: 16 };

/** Five days: what a training job with accelerators may run at most. AWS lets it run for 28. */
const LONGEST_SECONDS = 5 * 24 * 60 * 60;

const TRAINING_JOB = "aws:sagemaker/trainingJob:TrainingJob";
const NOTEBOOK = "aws:sagemaker/notebookInstance:NotebookInstance";

export const gpuCapacityGuardrails: ResourceControl = {
  kind: "resource",
  name: "gpu-capacity-guardrails",
  description:
    "Machines are of approved types, accelerators are few and end by themselves, and the largest are spot or reserved.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A single machine with eight accelerators costs more in a month than most teams have, and one that nobody ends runs until somebody sees the bill.",
  fix: {
    text: "Ask for fewer or smaller machines, say when a job ends, and take the largest as spot or from a reservation.",
    code: `resourceConfig: { instanceType: "ml.p4d.24xlarge", instanceCount: 1, trainingPlanArn: plan },
stoppingCondition: { maxRuntimeInSeconds: 86400 },`,
  },
  frameworks: { nist: ["CM-7", "SA-2"] },
  types: [
    "aws:autoscaling/group:Group",
    "aws:batch/computeEnvironment:ComputeEnvironment",
    "aws:ec2/fleet:Fleet",
    "aws:ec2/instance:Instance",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/spotFleetRequest:SpotFleetRequest",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:eks/nodeGroup:NodeGroup",
    "aws:sagemaker/app:App",
    "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
    "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob",
    NOTEBOOK,
    "aws:sagemaker/space:Space",
    TRAINING_JOB,
  ],
  check: (subject, context) => {
    const requests = machineRequests(subject);
    const accelerated = requests.filter(isAcceleratedRequest);
    return [
      ...requests.flatMap((request) => judgeType(subject, request, context)),
      ...accelerated.flatMap((request) => judgeCounts(subject, request, context)),
      ...accelerated.filter(isLargeFamily).flatMap((request) => judgeCommitment(subject, request)),
      ...(accelerated.length > 0 ? judgeEnd(subject) : []),
      ...hiddenRequests(subject).map((path) => deferred(subject, path)),
    ];
  },
};

function judgeType(
  subject: Subject,
  { type }: MachineRequest,
  { settings, tier }: Context,
): readonly Finding[] {
  const patterns = settings.instanceTypes[tier] ?? [];
  if (patterns.length === 0) return type.value.state === "unknown" ? [deferred(subject, type.path)] : [];
  if (type.value.state === "unknown") return [deferred(subject, type.path)];
  const name = type.value.state === "known" ? String(type.value.value) : "";
  if (patterns.some((pattern) => new RegExp(`^(?:${pattern})$`).test(name))) return [];
  return [
    violation(subject, type.path, type.value, `a type that matches ${patterns.join(" or ")}`, {
      finding: name,
    }),
  ];
}

function judgeCounts(
  subject: Subject,
  { counts }: MachineRequest,
  { settings, tier }: Context,
): readonly Finding[] {
  const most = settings.mostAccelerated[tier] ?? MOST_ACCELERATED[tier];
  return counts.flatMap(({ path, value }): readonly Finding[] => {
    if (value.state === "unknown") return [deferred(subject, path)];
    return value.state === "known" && !(Number(value.value) <= most)
      ? [violation(subject, path, value, `${most} machines with an accelerator, or fewer`)]
      : [];
  });
}

function judgeCommitment(subject: Subject, { type }: MachineRequest): readonly Finding[] {
  const answers = [isCommitted(subject), isCommittedAt(subject, type.path)];
  if (answers.includes(true)) return [];
  if (answers.includes("unknown")) return [deferred(subject, type.path)];
  return [
    violation(subject, type.path, type.value, "spot, a capacity reservation or a training plan", {
      finding: "capacity",
    }),
  ];
}

/** A job that says nothing runs for a day; a notebook that has no script to stop it runs for ever. */
function judgeEnd(subject: Subject): readonly Finding[] {
  switch (subject.type) {
    case TRAINING_JOB:
      return mustBe(
        subject,
        "stoppingCondition.maxRuntimeInSeconds",
        (seconds) => Number(seconds) <= LONGEST_SECONDS,
        `${LONGEST_SECONDS} seconds or fewer`,
      );
    case NOTEBOOK:
      return mustBe(
        subject,
        "lifecycleConfigName",
        isText,
        "a lifecycle configuration that stops it when idle",
        {
          unknown: true,
        },
      );
    default:
      return [];
  }
}
