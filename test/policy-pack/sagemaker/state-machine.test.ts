import assert from "node:assert/strict";
import { jobsOfStateMachine } from "../../../policy-pack/sagemaker/state-machine";

const jobsIn = (States: object) => {
  const { jobs, unknown } = jobsOfStateMachine({ urn: "u" }, "definition", { States });
  return { jobs: jobs.map((job) => `${job.shape.label} at ${job.path}`), unknown };
};
const task = (call: string) => ({ Type: "Task", Resource: `arn:aws:states:::${call}`, Parameters: {} });

describe("the jobs of a state machine", () => {
  it("are those of the calls that make one", () => {
    const calls = {
      A: task("sagemaker:createTrainingJob.sync"),
      B: task("sagemaker:createAutoMLJobV2"),
      C: task("aws-sdk:sagemaker:createAutoMLJob"),
      D: task("sagemaker:createLabelingJob.sync"),
      E: task("sagemaker:createEndpointConfig"),
      F: task("aws-sdk:sagemaker:createModelQualityJobDefinition"),
    };
    assert.deepEqual(jobsIn(calls), {
      jobs: [
        "training job at definition.States.A.Parameters",
        "AutoML job at definition.States.B.Parameters",
        "AutoML job at definition.States.C.Parameters",
        "labeling job at definition.States.D.Parameters",
        "endpoint configuration at definition.States.E.Parameters",
        "monitoring job at definition.States.F.Parameters",
      ],
      unknown: [],
    });
  });

  it("are none of calls that make none, or of other services", () => {
    const calls = {
      A: task("sagemaker:updateEndpoint"),
      B: task("aws-sdk:sagemaker:describeTrainingJob"),
      C: task("aws-sdk:sagemakerruntime:invokeEndpoint"),
      D: task("glue:startJobRun.sync"),
      E: { Type: "Pass" },
    };
    assert.deepEqual(jobsIn(calls), { jobs: [], unknown: [] });
  });
});
