import { smModelFromRegistryInProd as control } from "../../../policy-pack/controls/sagemaker-serving/sm-model-from-registry-in-prod";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { image, key, model, ofModel } from "./serving-cases";

describe("sm-model-from-registry-in-prod", () => {
  it("passes models made from packages, known or not yet", () => {
    const parameter = declare("ssm/parameter:Parameter", "p", { value: "arn" });
    passes(control, [parameter, model({ primaryContainer: { modelPackageName: ref(parameter, "value") } })]);
    passes(control, [model({ containers: [{ modelPackageName: "a" }, { modelPackageName: "b" }] })]);
  });

  it("finds bare artifacts, one of several too, and a model without a container", () => {
    violates(
      control,
      [model({ primaryContainer: { image: image("444444444444"), modelDataUrl: "s3://b/x" } })],
      [ofModel("primaryContainer.modelPackageName")],
    );
    violates(
      control,
      [model({ containers: [{ modelPackageName: "a" }, { image: "x" }] })],
      [ofModel("containers[1].modelPackageName")],
    );
    violates(control, [model({})], [ofModel("primaryContainer")]);
    notApplicable(control, [key]);
  });
});
