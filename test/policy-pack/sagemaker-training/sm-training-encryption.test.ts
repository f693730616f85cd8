import { smTrainingEncryption as control } from "../../../policy-pack/controls/sagemaker-training/sm-training-encryption";
import { declare, ref } from "../support/resources";
import { defers, passes, violates } from "../support/verdicts";
import { around, GOOD, key, ofTraining, ofTuning, training, tuning } from "./training-cases";

const machines = (more: object) => ({ resourceConfig: { ...GOOD.resourceConfig, ...more } });
const VOLUME = ofTraining("resourceConfig.volumeKmsKeyId");
const OUTPUT = ofTraining("outputDataConfig.kmsKeyId");
const TRAFFIC = ofTraining("enableInterContainerTrafficEncryption");

describe("sm-training-encryption", () => {
  it("passes customer keys and encrypted traffic", () => {
    passes(control, [...around, training({}), tuning({})]);
  });

  it("passes plain traffic of a single instance", () => {
    passes(control, [
      ...around,
      training({ ...machines({ instanceCount: 1 }), enableInterContainerTrafficEncryption: false }),
    ]);
  });

  it("passes no volume key where the type keeps its data on a local store", () => {
    passes(control, [
      ...around,
      training(machines({ instanceType: "ml.g5.xlarge", volumeKmsKeyId: undefined })),
    ]);
    const groups = [{ instanceType: "ml.p4d.24xlarge", instanceCount: 2 }];
    passes(control, [...around, training({ resourceConfig: { instanceGroups: groups } })]);
  });

  it("finds missing keys and AWS's own", () => {
    violates(control, [...around, training(machines({ volumeKmsKeyId: undefined }))], [VOLUME]);
    violates(control, [...around, training(machines({ volumeKmsKeyId: "" }))], [VOLUME]);
    violates(
      control,
      [...around, training({ outputDataConfig: { s3OutputPath: "s3://models/fraud" } })],
      [OUTPUT],
    );
    violates(
      control,
      [...around, training({ outputDataConfig: { s3OutputPath: "s3://m/f", kmsKeyId: "alias/aws/s3" } })],
      [OUTPUT],
    );
    violates(control, [...around, training({ resourceConfig: undefined })], [VOLUME]);
  });

  it("finds plain traffic between several instances, groups added up", () => {
    const plain = { enableInterContainerTrafficEncryption: undefined };
    violates(control, [...around, training(plain)], [TRAFFIC]);
    const groups = ["ml.m5.xlarge", "ml.g5.xlarge"].map((instanceType) => ({
      instanceType,
      instanceCount: 1,
    }));
    violates(
      control,
      [...around, training({ ...plain, resourceConfig: { instanceGroups: groups } })],
      [TRAFFIC, VOLUME],
    );
  });

  it("judges the tuning job's own machines", () => {
    violates(
      control,
      [
        ...around,
        tuning({
          resourceConfig: undefined,
          hyperParameterTuningResourceConfig: { instanceType: "ml.m5.xlarge", instanceCount: 1 },
        }),
      ],
      [ofTuning("trainingJobDefinitions[0].hyperParameterTuningResourceConfig.volumeKmsKeyId")],
    );
  });

  it("finds places in buckets that are neither of the stack nor the company's, wherever a job names one", () => {
    const own = declare("s3/bucket:Bucket", "own", { bucket: "lake" });
    const told = { settings: { trustedBuckets: { prod: ["acme-.*"] } } };
    const places = (bucket: string) => ({
      outputDataConfig: { s3OutputPath: `s3://${bucket}/models`, kmsKeyId: ref(key, "arn") },
      checkpointConfig: { s3Uri: `s3://${bucket}/checkpoints` },
      inputDataConfigs: [{ dataSource: { s3DataSource: { s3Uri: `s3://${bucket}/data` } } }],
    });
    const lines = [
      "outputDataConfig.s3OutputPath",
      "checkpointConfig.s3Uri",
      "inputDataConfigs[0].dataSource.s3DataSource.s3Uri",
    ];
    passes(control, [...around, own, training(places("lake")), tuning(places("acme-lake"))], told);
    passes(control, [...around, training(places("elsewhere"))]);
    violates(control, [...around, own, training(places("elsewhere"))], lines.map(ofTraining), told);
    violates(
      control,
      [...around, own, tuning(places("lake-of-others"))],
      lines.map((line) => ofTuning(`trainingJobDefinitions[0].${line}`)),
      told,
    );
    for (const input of ["tensorBoardOutputConfig", "debugHookConfig", "profilerConfig"])
      violates(
        control,
        [...around, training({ ...places("acme-a"), [input]: { s3OutputPath: "s3://elsewhere/x" } })],
        [ofTraining(`${input}.s3OutputPath`)],
        told,
      );
    const free = {
      environment: { s3Uri: "s3://elsewhere/x" },
      hyperParameters: { s3Uri: "s3://elsewhere/x" },
    };
    passes(control, [...around, training({ ...places("acme-a"), ...free })], told);
  });

  it("waits for a place that is not known yet, unless it comes from a bucket of the stack", () => {
    const own = declare("s3/bucket:Bucket", "own", { bucket: "lake", uri: "s3://lake/x" });
    const parameter = declare("ssm/parameter:Parameter", "place", { value: "s3://elsewhere/x" });
    const told = { settings: { trustedBuckets: { prod: ["acme-.*"] } } };
    const to = (s3Uri: unknown) =>
      training({
        outputDataConfig: { s3OutputPath: "s3://acme-a/x", kmsKeyId: ref(key, "arn") },
        checkpointConfig: { s3Uri },
      });
    const line = ofTraining("checkpointConfig.s3Uri");
    defers(control, [...around, to(ref(parameter, "value"))], [line], [line], told);
    passes(control, [...around, own, to(ref(own, "uri"))], told);
  });

  it("waits for a type that is not known yet", () => {
    const type = declare("ssm/parameter:Parameter", "p", { value: "ml.m5.large" });
    defers(
      control,
      [
        ...around,
        key,
        type,
        training(machines({ instanceType: ref(type, "value"), volumeKmsKeyId: undefined })),
      ],
      [VOLUME],
      [VOLUME],
    );
  });
});
