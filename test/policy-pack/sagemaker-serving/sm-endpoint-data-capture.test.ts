import { smEndpointDataCapture as control } from "../../../policy-pack/controls/sagemaker-serving/sm-endpoint-data-capture";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { bucket, config, key, ofConfig, ownPlace } from "./serving-cases";

const CAPTURE = { enableCapture: true, destinationS3Uri: ownPlace, kmsKeyId: ref(key, "arn") };
const modes = (...all: readonly unknown[]) => ({
  captureOptions: all.map((captureMode) => ({ captureMode })),
});
const BOTH = modes("Input", "Output");
const capture = (more: object) => config({ dataCaptureConfig: { ...CAPTURE, ...BOTH, ...more } });
const asynchronous = (outputConfig: object) => config({ asyncInferenceConfig: { outputConfig } });
const around = [bucket, key];

describe("sm-endpoint-data-capture", () => {
  it("passes capture into the company's bucket under its key", () => {
    passes(control, [...around, capture({})]);
  });

  it("passes asynchronous and serverless endpoints without capture", () => {
    passes(control, [...around, asynchronous({ s3OutputPath: ownPlace, kmsKeyId: ref(key, "arn") })]);
    passes(control, [config({ productionVariants: [{ serverlessConfig: { maxConcurrency: 1 } }] })]);
  });

  it("finds no capture, and one that is off", () => {
    violates(control, [config({})], [ofConfig("dataCaptureConfig")]);
    const line = [ofConfig("dataCaptureConfig.enableCapture")];
    violates(control, [...around, capture({ enableCapture: false })], line);
    violates(control, [...around, capture({ enableCapture: undefined })], line);
    const share = [ofConfig("dataCaptureConfig.initialSamplingPercentage")];
    violates(control, [...around, capture({ initialSamplingPercentage: 0 })], share);
    passes(control, [...around, capture({ initialSamplingPercentage: 10 })]);
    violates(
      control,
      [
        config({
          productionVariants: [{ serverlessConfig: { maxConcurrency: 1 } }, { instanceType: "ml.m5.large" }],
        }),
      ],
      [ofConfig("dataCaptureConfig")],
    );
  });

  it("finds capture of requests or answers alone", () => {
    const line = [ofConfig("dataCaptureConfig.captureOptions")];
    passes(control, [...around, capture(modes("InputAndOutput"))]);
    passes(control, [...around, capture(modes("Output", "Input"))]);
    violates(control, [...around, capture(modes("Input"))], line);
    violates(control, [...around, capture(modes("Output", "Output"))], line);
    violates(control, [...around, capture(modes())], line);
    const mode = declare("random:index/randomPet:RandomPet", "mode", { id: "Output" });
    defers(control, [...around, mode, capture(modes("Input", ref(mode)))], line, []);
  });

  it("finds a bucket elsewhere, and no key", () => {
    violates(
      control,
      [...around, capture({ destinationS3Uri: "s3://sagemaker-sample-files/x" })],
      [ofConfig("dataCaptureConfig.destinationS3Uri")],
    );
    violates(
      control,
      [...around, capture({ kmsKeyId: undefined })],
      [ofConfig("dataCaptureConfig.kmsKeyId")],
    );
  });

  it("finds the same of asynchronous answers and failures", () => {
    const at = (name: string) => ofConfig(`asyncInferenceConfig.outputConfig.${name}`);
    violates(control, [...around, asynchronous({ s3OutputPath: ownPlace })], [at("kmsKeyId")]);
    violates(
      control,
      [
        ...around,
        asynchronous({ s3OutputPath: ownPlace, s3FailurePath: "http://x/y", kmsKeyId: ref(key, "arn") }),
      ],
      [at("s3FailurePath")],
    );
    notApplicable(control, [key]);
  });
});
