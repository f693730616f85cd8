import { smTrainingNetworkIsolation as control } from "../../../policy-pack/controls/sagemaker-training/sm-training-network-isolation";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { around, key, ofTraining, ofTuning, training, tuning, tuningOne } from "./training-cases";

describe("sm-training-network-isolation", () => {
  it("passes isolated jobs", () => {
    passes(control, [...around, training({}), tuning({}, {})]);
    passes(control, [...around, tuningOne({})]);
  });

  it("finds isolation that is off or left out", () => {
    const line = [ofTraining("enableNetworkIsolation")];
    violates(control, [...around, training({ enableNetworkIsolation: false })], line);
    violates(control, [...around, training({ enableNetworkIsolation: undefined })], line);
    violates(control, [...around, training({ enableNetworkIsolation: null })], line);
  });

  it("finds it in one definition of several of a tuning job, and in a single one", () => {
    violates(
      control,
      [...around, tuning({}, { enableNetworkIsolation: false })],
      [ofTuning("trainingJobDefinitions[1].enableNetworkIsolation")],
    );
    violates(
      control,
      [...around, tuningOne({ enableNetworkIsolation: false })],
      [ofTuning("trainingJobDefinition.enableNetworkIsolation")],
    );
  });

  it("waits for a value that is not known yet", () => {
    const flag = declare("ssm/parameter:Parameter", "p", { value: "false" });
    const line = ofTraining("enableNetworkIsolation");
    defers(
      control,
      [...around, flag, training({ enableNetworkIsolation: ref(flag, "value") })],
      [line],
      [line],
    );
  });

  it("has nothing to judge without a job", () => {
    notApplicable(control, [key]);
  });
});
