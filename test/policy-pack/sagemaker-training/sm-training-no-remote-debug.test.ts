import { smTrainingNoRemoteDebug as control } from "../../../policy-pack/controls/sagemaker-training/sm-training-no-remote-debug";
import { passes, violates } from "../support/verdicts";
import { around, GOOD, ofTraining, ofTuning, training, tuning } from "./training-cases";

const machines = (more: object) => ({ resourceConfig: { ...GOOD.resourceConfig, ...more } });

describe("sm-training-no-remote-debug", () => {
  it("passes a job with an end and no shell", () => {
    passes(control, [...around, training({}), tuning({})]);
    passes(control, [...around, training({ remoteDebugConfig: { enableRemoteDebug: false } })]);
    passes(control, [...around, training(machines({ keepAlivePeriodInSeconds: 1800 }))]);
    passes(control, [
      ...around,
      training({ stoppingCondition: { maxRuntimeInSeconds: 432000, maxWaitTimeInSeconds: 864000 } }),
    ]);
  });

  it("finds a shell", () => {
    violates(
      control,
      [...around, training({ remoteDebugConfig: { enableRemoteDebug: true } })],
      [ofTraining("remoteDebugConfig.enableRemoteDebug")],
    );
  });

  it("finds a run without an end, or with one too late", () => {
    const line = ofTraining("stoppingCondition.maxRuntimeInSeconds");
    violates(control, [...around, training({ stoppingCondition: undefined })], [line]);
    violates(control, [...around, training({ stoppingCondition: { maxRuntimeInSeconds: 432001 } })], [line]);
    violates(
      control,
      [...around, tuning({ stoppingCondition: {} })],
      [ofTuning("trainingJobDefinitions[0].stoppingCondition.maxRuntimeInSeconds")],
    );
  });

  it("finds a wait and a warm pool that are too long", () => {
    violates(
      control,
      [...around, training({ stoppingCondition: { maxRuntimeInSeconds: 60, maxWaitTimeInSeconds: 864001 } })],
      [ofTraining("stoppingCondition.maxWaitTimeInSeconds")],
    );
    violates(
      control,
      [...around, training(machines({ keepAlivePeriodInSeconds: 3600 }))],
      [ofTraining("resourceConfig.keepAlivePeriodInSeconds")],
    );
  });
});
