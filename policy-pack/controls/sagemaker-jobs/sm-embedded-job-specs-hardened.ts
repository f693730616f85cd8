import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  type Node,
  violation,
} from "../../core";
import { jsonOf } from "../../sagemaker/json-property";
import { judgeSteps } from "../../sagemaker/judge-job";
import type { Steps } from "../../sagemaker/pipeline-steps";
import {
  judgePipelineParameters,
  judgePipelineStart,
  PIPELINE_STARTERS,
} from "../../sagemaker/pipeline-targets";
import { jobsOfStateMachine } from "../../sagemaker/state-machine";
import { jobsOfSchedule } from "../../sagemaker/target-inputs";

const STATE_MACHINE = "aws:sfn/stateMachine:StateMachine";
const SCHEDULE = "aws:scheduler/schedule:Schedule";

export const smEmbeddedJobSpecsHardened: GraphControl = {
  kind: "graph",
  name: "sm-embedded-job-specs-hardened",
  description:
    "Every SageMaker job that a state machine, an event target or a schedule starts is isolated, in the VPC, encrypted with a customer managed key, of an approved image, and reads and writes the company's buckets.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A job that a workflow starts is a job like any other, but its settings stand in JSON, where no other check sees them.",
  fix: {
    text: "Give the task the settings that a job of its own would have; write networks and keys down instead of taking them from the input.",
    code: `Resource: \`arn:\${partition}:states:::sagemaker:createTrainingJob.sync\`,
Parameters: {
  ..., EnableNetworkIsolation: true,
  VpcConfig: { Subnets: privateSubnetIds, SecurityGroupIds: [workspaceSecurityGroupId] },
  ResourceConfig: { ..., VolumeKmsKeyId: keyArn }, OutputDataConfig: { ..., KmsKeyId: keyArn },
},`,
  },
  frameworks: { nist: ["SC-7", "SC-28"], gdpr: ["32"] },
  check: (graph, context) => {
    const verdicts = graph
      .byType(STATE_MACHINE, ...PIPELINE_STARTERS)
      .map((node) => judgeNode(graph, node, context))
      .filter((verdict) => verdict !== undefined);
    return verdicts.length === 0 ? "not-applicable" : verdicts.flat();
  },
};

/** Undefined for what starts no job of SageMaker's. */
function judgeNode(graph: Graph, node: Node, context: Context): readonly Finding[] | undefined {
  if (node.type === STATE_MACHINE) return judgeStateMachine(graph, node, context);
  const started = node.type === SCHEDULE ? jobsOfSchedule(node) : undefined;
  return started === undefined
    ? judgePipelineParameters(graph, node, context)
    : judgeAll(graph, node, started, context);
}

/** The jobs that are started, and those of pipelines that are. */
function judgeAll(graph: Graph, node: Node, steps: Steps, context: Context): readonly Finding[] {
  return [
    ...judgeSteps(node, steps, context),
    ...(steps.starts ?? []).flatMap((start) => judgePipelineStart(graph, node, start, context)),
  ];
}

function judgeStateMachine(graph: Graph, node: Node, context: Context): readonly Finding[] {
  const definition = jsonOf(node, "definition");
  switch (definition.state) {
    case "read":
      return judgeAll(graph, node, jobsOfStateMachine(node, "definition", definition.value), context);
    case "unknown":
      return [deferred(node, "definition")];
    case "unset":
    case "unreadable":
      return [violation(node, "definition", "no JSON object", "a definition in Amazon States Language")];
  }
}
