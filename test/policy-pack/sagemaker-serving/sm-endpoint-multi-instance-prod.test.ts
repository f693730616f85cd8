import { smEndpointMultiInstanceProd as control } from "../../../policy-pack/controls/sagemaker-serving/sm-endpoint-multi-instance-prod";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { config, key, ofConfig } from "./serving-cases";

const variants = (...productionVariants: readonly object[]) => config({ productionVariants });

describe("sm-endpoint-multi-instance-prod", () => {
  it("passes two instances, and serverless variants", () => {
    passes(control, [variants({ initialInstanceCount: 2 }, { initialInstanceCount: 3 })]);
    passes(control, [variants({ serverlessConfig: { maxConcurrency: 5 } })]);
  });

  it("finds one instance, which is the default too", () => {
    violates(
      control,
      [variants({ initialInstanceCount: 2 }, { initialInstanceCount: 1 })],
      [ofConfig("productionVariants[1].initialInstanceCount")],
    );
    violates(control, [variants({})], [ofConfig("productionVariants[0].initialInstanceCount")]);
  });

  it("finds variants that are scaled down to one", () => {
    const scaled = (minInstanceCount: number) =>
      variants({ initialInstanceCount: 2, managedInstanceScaling: { status: "ENABLED", minInstanceCount } });
    passes(control, [scaled(2)]);
    violates(
      control,
      [scaled(1)],
      [ofConfig("productionVariants[0].managedInstanceScaling.minInstanceCount")],
    );
  });

  it("waits for a count that is not known yet", () => {
    const parameter = declare("ssm/parameter:Parameter", "p", { value: "1" });
    const line = [ofConfig("productionVariants[0].initialInstanceCount")];
    defers(control, [parameter, variants({ initialInstanceCount: ref(parameter, "value") })], line, line);
    notApplicable(control, [key]);
  });
});
