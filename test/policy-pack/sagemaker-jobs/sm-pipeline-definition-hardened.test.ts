import { smPipelineDefinitionHardened as control } from "../../../policy-pack/controls/sagemaker-jobs/sm-pipeline-definition-hardened";
import { smPipelineDefinitionInspectable } from "../../../policy-pack/controls/sagemaker-jobs/sm-pipeline-definition-inspectable";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { AUTO_ML, DIGEST, IMAGE, KEY, MODEL, PROCESSING, TRAINING, TRANSFORM } from "./job-cases";

const step = (Type: string, Arguments: object) => ({ Name: Type, Type, Arguments });
const define = (steps: readonly object[], parameters: readonly object[] = []) =>
  JSON.stringify({ Version: "2020-12-01", Parameters: parameters, Steps: steps });
const pipeline = (...steps: readonly object[]) =>
  declare("sagemaker/pipeline:Pipeline", "p", { pipelineDefinition: define(steps) });
const withParameters = (parameters: readonly object[], ...steps: readonly object[]) =>
  declare("sagemaker/pipeline:Pipeline", "p", { pipelineDefinition: define(steps, parameters) });
const at = (path: string, index = 0) =>
  `p (sagemaker/pipeline): pipelineDefinition.Steps[${index}].Arguments.${path}`;

const GOOD = [
  step("Training", TRAINING),
  step("Processing", PROCESSING),
  step("Transform", TRANSFORM),
  step("AutoML", AUTO_ML),
  step("Model", MODEL),
  step("Tuning", { TrainingJobDefinition: TRAINING }),
  step("Tuning", { TrainingJobDefinitions: [TRAINING, TRAINING] }),
  step("QualityCheck", PROCESSING),
  step("ClarifyCheck", PROCESSING),
  step("Fail", { ErrorMessage: "no" }),
  step("Lambda", {}),
];

describe("sm-pipeline-definition-hardened", () => {
  it("passes every kind of step with its settings", () => {
    passes(control, [pipeline(...GOOD)]);
    passes(control, [pipeline(step("Condition", { Conditions: [], IfSteps: GOOD, ElseSteps: [] }))]);
  });

  it("finds what each kind of step lacks", () => {
    violates(
      control,
      [pipeline(step("Training", {}))],
      [
        "EnableNetworkIsolation",
        "VpcConfig.Subnets",
        "VpcConfig.SecurityGroupIds",
        "ResourceConfig.VolumeKmsKeyId",
        "OutputDataConfig.KmsKeyId",
        "StoppingCondition.MaxRuntimeInSeconds",
      ].map((path) => at(path)),
    );
    violates(
      control,
      [pipeline(step("Processing", {}))],
      [
        "NetworkConfig.EnableNetworkIsolation",
        "NetworkConfig.VpcConfig.Subnets",
        "NetworkConfig.VpcConfig.SecurityGroupIds",
        "ProcessingResources.ClusterConfig.VolumeKmsKeyId",
        "ProcessingOutputConfig.KmsKeyId",
      ].map((path) => at(path)),
    );
    violates(
      control,
      [pipeline(step("Transform", {}))],
      ["TransformResources.VolumeKmsKeyId", "TransformOutput.KmsKeyId"].map((path) => at(path)),
    );
    const security = "AutoMLJobConfig.SecurityConfig";
    violates(
      control,
      [pipeline(step("AutoML", {}))],
      [
        `${security}.VpcConfig.Subnets`,
        `${security}.VpcConfig.SecurityGroupIds`,
        `${security}.VolumeKmsKeyId`,
        "OutputDataConfig.KmsKeyId",
        `${security}.EnableInterContainerTrafficEncryption`,
      ].map((path) => at(path)),
    );
    violates(
      control,
      [pipeline(step("Model", {}))],
      ["EnableNetworkIsolation", "VpcConfig.Subnets", "VpcConfig.SecurityGroupIds"].map((path) => at(path)),
    );
  });

  it("finds what steps of a type nobody knows run, and a cluster of EMR", () => {
    for (const type of ["training", "NotebookJob"]) {
      const line = ["p (sagemaker/pipeline): pipelineDefinition.Steps[0].Type"];
      defers(control, [pipeline(step(type, TRAINING))], line, line);
    }
    const cluster = [at("ClusterConfig")];
    defers(control, [pipeline(step("EMR", { ClusterConfig: {} }))], cluster, cluster);
    passes(control, [pipeline(step("EMR", { ClusterId: "j-1", StepConfig: {} }), step("Fail", {}))]);
  });

  it("finds an endpoint configuration without a key, and a model of Bedrock's in the open", () => {
    violates(
      control,
      [pipeline(step("EndpointConfig", { ProductionVariants: [{ InstanceType: "ml.m5.large" }] }))],
      [at("KmsKeyId")],
    );
    violates(
      control,
      [pipeline(step("BedrockCustomModel", {}))],
      ["VpcConfig.SubnetIds", "VpcConfig.SecurityGroupIds", "CustomModelKmsKeyId"].map((path) => at(path)),
    );
  });

  it("finds images of rules, and an algorithm of a foreign account", () => {
    const rules = { ...TRAINING, DebugRuleConfigurations: [{ RuleEvaluatorImage: "docker.io/rule" }] };
    violates(
      control,
      [pipeline(step("Training", rules))],
      [at("DebugRuleConfigurations[0].RuleEvaluatorImage")],
    );
    const algorithm = (account: string) =>
      pipeline(
        step("Training", {
          ...TRAINING,
          AlgorithmSpecification: {
            AlgorithmName: `arn:aws:sagemaker:eu-central-1:${account}:algorithm/trees`,
          },
        }),
      );
    passes(control, [algorithm("444444444444")]);
    violates(control, [algorithm("999999999999")], [at("AlgorithmSpecification.AlgorithmName")]);
  });

  it("finds a step without arguments", () => {
    violates(
      control,
      [pipeline({ Name: "m", Type: "Model" })],
      ["EnableNetworkIsolation", "VpcConfig.Subnets", "VpcConfig.SecurityGroupIds"].map((path) => at(path)),
    );
  });

  it("finds a mistake in the branches of conditions, however deep", () => {
    const open = step("Training", { ...TRAINING, EnableNetworkIsolation: false });
    const inner = step("Condition", { IfSteps: [], ElseSteps: [open] });
    violates(
      control,
      [pipeline(step("Condition", { IfSteps: [inner], ElseSteps: [] }))],
      [at("IfSteps[0].Arguments.ElseSteps[0].Arguments.EnableNetworkIsolation")],
    );
  });

  it("finds a mistake in one of several definitions of a tuning step", () => {
    const open = { ...TRAINING, EnableNetworkIsolation: false };
    violates(
      control,
      [pipeline(step("Tuning", { TrainingJobDefinitions: [TRAINING, open] }))],
      [at("TrainingJobDefinitions[1].EnableNetworkIsolation")],
    );
    violates(
      control,
      [pipeline(step("Tuning", { TrainingJobDefinition: open }))],
      [at("TrainingJobDefinition.EnableNetworkIsolation")],
    );
  });

  it("finds foreign images and buckets, and in prod an image without a digest", () => {
    const image = (TrainingImage: string) =>
      pipeline(step("Training", { ...TRAINING, AlgorithmSpecification: { TrainingImage } }));
    const line = [at("AlgorithmSpecification.TrainingImage")];
    violates(control, [image(`999999999999.dkr.ecr.eu-central-1.amazonaws.com/x@${DIGEST}`)], line);
    violates(control, [image("docker.io/library/python:3")], line);
    violates(control, [image(IMAGE.replace(`@${DIGEST}`, ":latest"))], line);
    passes(control, [image(IMAGE.replace(`@${DIGEST}`, ":latest"))], { tier: "dev" });
    const reading = (S3Uri: string) =>
      pipeline(
        step("Training", {
          ...TRAINING,
          InputDataConfig: [{ ChannelName: "train", DataSource: { S3DataSource: { S3Uri } } }],
        }),
      );
    const uri = at("InputDataConfig[0].DataSource.S3DataSource.S3Uri");
    violates(control, [reading("s3://sagemaker-sample-files/datasets")], [uri]);
    const settings = { trustedBuckets: { prod: ["acme-.*"] } };
    violates(control, [reading("s3://other/in")], [uri], { settings });
    passes(control, [reading("s3://acme-data/in")], { settings });
  });

  it("takes a parameter's default, and a join of them", () => {
    const get = (name: string) => ({ Get: `Parameters.${name}` });
    const off = [{ Name: "Isolated", Type: "Boolean", DefaultValue: false }];
    const on = [{ Name: "Isolated", Type: "Boolean", DefaultValue: true }];
    const isolated = step("Training", { ...TRAINING, EnableNetworkIsolation: get("Isolated") });
    violates(control, [withParameters(off, isolated)], [at("EnableNetworkIsolation")]);
    passes(control, [withParameters(on, isolated)]);
    const join = { "Std:Join": { On: "/", Values: ["s3:/", get("Bucket"), "in"] } };
    const reading = step("Transform", {
      ...TRANSFORM,
      TransformInput: { DataSource: { S3DataSource: { S3Uri: join } } },
    });
    violates(
      control,
      [withParameters([{ Name: "Bucket", DefaultValue: "sagemaker-sample-files" }], reading)],
      [at("TransformInput.DataSource.S3DataSource.S3Uri")],
    );
  });

  it("judges the bucket of a join whose end is known at run time only", () => {
    const values = ["s3://sagemaker-sample-files", { Get: "Execution.PipelineExecutionId" }];
    const join = { "Std:Join": { On: "/", Values: values } };
    violates(
      control,
      [pipeline(step("Transform", { ...TRANSFORM, TransformOutput: { S3OutputPath: join, KmsKeyId: KEY } }))],
      [at("TransformOutput.S3OutputPath")],
    );
  });

  it("says what is chosen only when the pipeline is started", () => {
    const wanting = [{ Name: "Subnets", Type: "String" }];
    const chosen = withParameters(
      wanting,
      step("Training", {
        ...TRAINING,
        VpcConfig: { Subnets: [{ Get: "Parameters.Subnets" }], SecurityGroupIds: ["sg-1"] },
        OutputDataConfig: { S3OutputPath: "s3://b/o", KmsKeyId: { Get: "Parameters.Key" } },
      }),
    );
    const lines = [at("OutputDataConfig.KmsKeyId"), at("VpcConfig.Subnets[0]")];
    defers(control, [chosen], lines, lines);
  });

  it("takes model artifacts of an earlier step as they are", () => {
    const artifact = { Get: "Steps.Training.ModelArtifacts.S3ModelArtifacts" };
    passes(control, [
      pipeline(step("Model", { ...MODEL, PrimaryContainer: { Image: IMAGE, ModelDataUrl: artifact } })),
    ]);
  });

  it("waits for a definition that is not known yet, and judges it then", () => {
    const file = declare("ssm/parameter:Parameter", "d", {
      value: define([step("Model", { VpcConfig: MODEL.VpcConfig })]),
    });
    defers(
      control,
      [file, declare("sagemaker/pipeline:Pipeline", "p", { pipelineDefinition: ref(file, "value") })],
      ["p (sagemaker/pipeline): pipelineDefinition"],
      [at("EnableNetworkIsolation")],
    );
  });

  it("finds text that is no definition", () => {
    violates(
      control,
      [declare("sagemaker/pipeline:Pipeline", "p", { pipelineDefinition: "{ Steps:" })],
      ["p (sagemaker/pipeline): pipelineDefinition"],
    );
  });
});

describe("sm-pipeline-definition-inspectable", () => {
  const inS3 = declare("sagemaker/pipeline:Pipeline", "p", {
    pipelineDefinitionS3Location: { bucket: "acme-pipelines", objectKey: "p.json" },
  });

  it("tells a definition in S3, which the other control leaves alone", () => {
    violates(smPipelineDefinitionInspectable, [inS3], ["p (sagemaker/pipeline): pipelineDefinition"]);
    notApplicable(control, [inS3]);
    passes(smPipelineDefinitionInspectable, [pipeline(...GOOD)]);
    const both = declare("sagemaker/pipeline:Pipeline", "p", {
      ...inS3.props,
      pipelineDefinition: define(GOOD),
    });
    violates(smPipelineDefinitionInspectable, [both], ["p (sagemaker/pipeline): pipelineDefinition"]);
  });
});
