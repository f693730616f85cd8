import { smEmbeddedJobSpecsHardened as control } from "../../../policy-pack/controls/sagemaker-jobs/sm-embedded-job-specs-hardened";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { KEY, MODEL, PROCESSING, TRAINING, TRANSFORM } from "./job-cases";

const task = (call: string, Parameters: object, partition = "aws") => ({
  Type: "Task",
  Resource: `arn:${partition}:states:::${call}`,
  Parameters,
  End: true,
});
const machineOf = (States: object) =>
  declare("sfn/stateMachine:StateMachine", "m", {
    definition: JSON.stringify({ StartAt: "Run", States }),
  });
const machine = (state: object) => machineOf({ Run: state });
const at = (path: string) => `m (sfn/stateMachine): definition.States.${path}`;
const open = { ...TRAINING, EnableNetworkIsolation: false };
const sync = "sagemaker:createTrainingJob.sync";

describe("sm-embedded-job-specs-hardened", () => {
  it("passes the jobs of tasks with their settings", () => {
    passes(control, [
      machineOf({
        Train: task(sync, TRAINING),
        Prepare: task("sagemaker:createProcessingJob.sync", PROCESSING),
        Score: task("sagemaker:createTransformJob", TRANSFORM),
        Model: task("aws-sdk:sagemaker:createModel", MODEL),
        Tune: task("sagemaker:createHyperParameterTuningJob.sync", { TrainingJobDefinition: TRAINING }),
        Wait: { Type: "Wait", Seconds: 1 },
        Other: task("lambda:invoke", {}),
      }),
    ]);
  });

  it("finds an open job by every way to call it, in every partition", () => {
    const line = [at("Run.Parameters.EnableNetworkIsolation")];
    violates(control, [machine(task(sync, open))], line);
    violates(control, [machine(task("sagemaker:createTrainingJob", open))], line);
    violates(control, [machine(task("sagemaker:createTrainingJob.sync:2", open))], line);
    violates(control, [machine(task("aws-sdk:sagemaker:createTrainingJob", open))], line);
    violates(control, [machine(task(sync, open, "aws-cn"))], line);
  });

  it("finds an open job in parallel branches and in maps, old and new", () => {
    const inside = { StartAt: "A", States: { A: task(sync, open) } };
    const end = "States.A.Parameters.EnableNetworkIsolation";
    violates(control, [machine({ Type: "Parallel", Branches: [inside] })], [at(`Run.Branches[0].${end}`)]);
    violates(control, [machine({ Type: "Map", ItemProcessor: inside })], [at(`Run.ItemProcessor.${end}`)]);
    violates(control, [machine({ Type: "Map", Iterator: inside })], [at(`Run.Iterator.${end}`)]);
  });

  it("finds a job without any setting", () => {
    violates(
      control,
      [machine(task("sagemaker:createTransformJob.sync", {}))],
      ["TransformResources.VolumeKmsKeyId", "TransformOutput.KmsKeyId"].map((path) =>
        at(`Run.Parameters.${path}`),
      ),
    );
  });

  it("says which settings are taken from the input, in both query languages", () => {
    const jsonPath = {
      ...TRAINING,
      EnableNetworkIsolation: undefined,
      "EnableNetworkIsolation.$": "$.isolated",
    };
    const line = [at("Run.Parameters.EnableNetworkIsolation")];
    defers(control, [machine(task(sync, jsonPath))], line, line);
    const jsonata = {
      Type: "Task",
      Resource: `arn:aws:states:::${sync}`,
      Arguments: { ...TRAINING, VpcConfig: "{% $states.input.vpc %}" },
    };
    const network = ["Subnets", "SecurityGroupIds"]
      .map((name) => at(`Run.Arguments.VpcConfig.${name}`))
      .sort();
    defers(control, [machine(jsonata)], network, network);
  });

  it("judges endpoint configurations: the key that AWS takes, and shells", () => {
    const config = (more: object, type = "ml.m5.large") =>
      machine(
        task("sagemaker:createEndpointConfig", {
          KmsKeyId: KEY,
          ...more,
          ProductionVariants: [{ InstanceType: type, EnableSSMAccess: "Shell" in more }],
        }),
      );
    passes(control, [config({})]);
    passes(control, [config({ KmsKeyId: undefined }, "ml.g5.xlarge")]);
    violates(control, [config({ KmsKeyId: undefined })], [at("Run.Parameters.KmsKeyId")]);
    violates(
      control,
      [config({ Shell: true })],
      [at("Run.Parameters.ProductionVariants[0].EnableSSMAccess")],
    );
  });

  it("says that images are chosen at run time, by whichever block", () => {
    const training = { ...TRAINING, AlgorithmSpecification: undefined, "AlgorithmSpecification.$": "$.a" };
    const line = [at("Run.Parameters.AlgorithmSpecification")];
    defers(control, [machine(task(sync, training))], line, line);
    const model = { ...MODEL, PrimaryContainer: undefined, Containers: ["{% $c %}"] };
    const container = [at("Run.Parameters.Containers[0]")];
    defers(control, [machine(task("aws-sdk:sagemaker:createModel", model))], container, container);
  });

  it("says when the whole input is the job", () => {
    const passed = { Type: "Task", Resource: `arn:aws:states:::${sync}` };
    defers(control, [machine(passed)], [at("Run.Parameters")], [at("Run.Parameters")]);
    const evaluated = { ...passed, Arguments: "{% $states.input %}" };
    defers(control, [machine(evaluated)], [at("Run.Arguments")], [at("Run.Arguments")]);
  });

  it("does not mind names and input data that are chosen at run time", () => {
    passes(control, [
      machine(
        task(sync, {
          ...TRAINING,
          "TrainingJobName.$": "$$.Execution.Name",
          InputDataConfig: [{ DataSource: { S3DataSource: { "S3Uri.$": "$.data" } } }],
        }),
      ),
    ]);
  });

  it("waits for a definition that is not known yet", () => {
    const file = declare("ssm/parameter:Parameter", "d", {
      value: JSON.stringify({ States: { Run: task(sync, open) } }),
    });
    defers(
      control,
      [file, declare("sfn/stateMachine:StateMachine", "m", { definition: ref(file, "value") })],
      ["m (sfn/stateMachine): definition"],
      [at("Run.Parameters.EnableNetworkIsolation")],
    );
    violates(
      control,
      [declare("sfn/stateMachine:StateMachine", "m", { definition: "no" })],
      ["m (sfn/stateMachine): definition"],
    );
  });

  it("judges jobs of every kind, and monitoring jobs inside schedules", () => {
    const settings = ["EnableNetworkIsolation", "EnableInterContainerTrafficEncryption"];
    const network = ["VpcConfig.Subnets", "VpcConfig.SecurityGroupIds"];
    const monitoring = "MonitoringScheduleConfig.MonitoringJobDefinition";
    const lacking = [
      ...[...settings, ...network].map((setting) => `NetworkConfig.${setting}`),
      "MonitoringResources.ClusterConfig.VolumeKmsKeyId",
      "MonitoringOutputConfig.KmsKeyId",
    ].map((setting) => at(`Run.Parameters.${monitoring}.${setting}`));
    for (const call of ["createMonitoringSchedule", "updateMonitoringSchedule"]) {
      const inside = { MonitoringScheduleConfig: { MonitoringJobDefinition: {} } };
      violates(control, [machine(task(`aws-sdk:sagemaker:${call}`, inside))], lacking);
      const named = { MonitoringScheduleConfig: { MonitoringJobDefinitionName: "quality" } };
      passes(control, [machine(task(`aws-sdk:sagemaker:${call}`, named))]);
    }
    for (const [call, missing] of [
      ["createCompilationJob", [...network, "OutputConfig.KmsKeyId"]],
      ["createOptimizationJob", [...network, "OutputConfig.KmsKeyId"]],
      ["createEdgePackagingJob", ["OutputConfig.KmsKeyId"]],
      [
        "createInferenceRecommendationsJob",
        [
          "InputConfig.VpcConfig.Subnets",
          "InputConfig.VpcConfig.SecurityGroupIds",
          "InputConfig.VolumeKmsKeyId",
          "OutputConfig.KmsKeyId",
        ],
      ],
    ] as const) {
      violates(
        control,
        [machine(task(`aws-sdk:sagemaker:${call}`, {}))],
        missing.map((setting) => at(`Run.Parameters.${setting}`)),
      );
    }
    violates(
      control,
      [machine(task("bedrock:createModelCustomizationJob.sync", {}))],
      ["VpcConfig.SubnetIds", "VpcConfig.SecurityGroupIds", "CustomModelKmsKeyId"].map((setting) =>
        at(`Run.Parameters.${setting}`),
      ),
    );
  });

  it("refuses to have notebooks, domains, pipelines and the way into them made by a call", () => {
    for (const call of [
      "createNotebookInstance",
      "updateDomain",
      "createPipeline",
      "createPresignedDomainUrl",
      "createSpace",
      "createFeatureGroup",
      "putModelPackageGroupPolicy",
    ]) {
      violates(control, [machine(task(`aws-sdk:sagemaker:${call}`, {}))], [at("Run.Parameters")]);
    }
  });

  it("judges a schedule that calls SageMaker itself", () => {
    const schedule = (input: unknown, call = "sagemaker:createTrainingJob") =>
      declare("scheduler/schedule:Schedule", "s", {
        target: { arn: `arn:aws:scheduler:::aws-sdk:${call}`, input: JSON.stringify(input) },
      });
    passes(control, [schedule(TRAINING)]);
    violates(control, [schedule(open)], ["s (scheduler/schedule): target.input.EnableNetworkIsolation"]);
    notApplicable(control, [schedule({}, "sqs:sendMessage")]);
  });
});

describe("the parameters that a target starts a pipeline with", () => {
  const pipeline = declare("sagemaker/pipeline:Pipeline", "p", {
    pipelineDefinition: JSON.stringify({
      Parameters: [{ Name: "Isolated", Type: "Boolean", DefaultValue: true }],
      Steps: [
        {
          Name: "T",
          Type: "Training",
          Arguments: { ...TRAINING, EnableNetworkIsolation: { Get: "Parameters.Isolated" } },
        },
      ],
    }),
  });
  const target = (value: string) =>
    declare("cloudwatch/eventTarget:EventTarget", "t", {
      arn: ref(pipeline, "arn"),
      sagemakerPipelineTarget: { pipelineParameterLists: [{ name: "Isolated", value }] },
    });
  const named = declare("sagemaker/pipeline:Pipeline", "p", { ...pipeline.props, pipelineName: "score" });
  const pipe = (value: string) =>
    declare("pipes/pipe:Pipe", "t", {
      target: ref(pipeline, "arn"),
      targetParameters: {
        sagemakerPipelineParameters: { pipelineParameters: [{ name: "Isolated", value }] },
      },
    });
  const start = (parameters: object) => ({
    PipelineName: "score",
    PipelineParameters: [{ Name: "Isolated", ...parameters }],
  });
  const call = "aws-sdk:sagemaker:startPipelineExecution";
  const schedule = (value: string) =>
    declare("scheduler/schedule:Schedule", "s", {
      target: {
        arn: ref(pipeline, "arn"),
        sagemakerPipelineParameters: { pipelineParameters: [{ name: "Isolated", value }] },
      },
    });

  it("pass as long as the jobs stay as they should be", () => {
    passes(control, [pipeline, target("true")]);
    passes(control, [pipeline, schedule("true")]);
    passes(control, [pipeline, pipe("true")]);
    passes(control, [named, machine(task(call, start({ Value: "true" })))]);
    passes(control, [named, machine(task(call, { PipelineName: "score" }))]);
    const other = { ...start({ Value: "false" }), PipelineName: "another" };
    passes(control, [named, machine(task(call, other))]);
  });

  it("are found when they open a job", () => {
    violates(
      control,
      [pipeline, target("false")],
      ["t (cloudwatch/eventTarget): sagemakerPipelineTarget.pipelineParameterLists"],
    );
    violates(
      control,
      [pipeline, schedule("false")],
      ["s (scheduler/schedule): target.sagemakerPipelineParameters.pipelineParameters"],
    );
    violates(
      control,
      [pipeline, pipe("false")],
      ["t (pipes/pipe): targetParameters.sagemakerPipelineParameters.pipelineParameters"],
    );
    violates(
      control,
      [named, machine(task(call, start({ Value: "false" })))],
      [at("Run.Parameters.PipelineParameters")],
    );
    const universal = declare("scheduler/schedule:Schedule", "s", {
      target: { arn: `arn:aws:scheduler:::${call}`, input: JSON.stringify(start({ Value: "false" })) },
    });
    violates(control, [named, universal], ["s (scheduler/schedule): target.input.PipelineParameters"]);
  });

  it("are told when whoever sends the event chooses them", () => {
    const line = ["t (pipes/pipe): targetParameters.sagemakerPipelineParameters.pipelineParameters"];
    defers(control, [pipeline, pipe("$.body.isolated")], line, line);
    const chosen = [at("Run.Parameters.PipelineParameters")];
    defers(control, [named, machine(task(call, start({ "Value.$": "$.isolated" })))], chosen, chosen);
  });

  it("are not there for other targets", () => {
    notApplicable(control, [declare("cloudwatch/eventTarget:EventTarget", "t", { arn: KEY })]);
  });
});
