import { arn, GROUP, IMAGE, KEY, KEY_ARN, policy, PROTECTED, REGION, SUBNETS } from "./platform";
import { add, added, changed, type Row } from "./row";

const ROLE = arn("iam", "role/acme-prod-core-studio", "");
const OUTPUT = "s3://acme-prod-core-jobs-888888888888/output";
const VPC_OF_JOB = { Subnets: ["subnet-0a1b2c3d4e5f60718"], SecurityGroupIds: ["sg-0a1b2c3d4e5f60718"] };
const vpcConfig = { subnets: SUBNETS, securityGroupIds: [GROUP] };
const idle = {
  appLifecycleManagement: { idleSettings: { lifecycleManagement: "ENABLED", idleTimeoutInMinutes: 120 } },
};

const domain = add(
  "sagemaker/domain:Domain",
  "studio",
  {
    domainName: "studio",
    tagPropagation: "ENABLED",
    authMode: "SSO",
    appNetworkAccessType: "VpcOnly",
    kmsKeyId: KEY,
    vpcId: "vpc-0a1b2c3d4e5f60718",
    subnetIds: ["subnet-0a1b2c3d4e5f60718"],
    domainSettings: {
      executionRoleIdentityConfig: "USER_PROFILE_NAME",
      dockerSettings: { enableDockerAccess: "DISABLED" },
      securityGroupIds: [GROUP],
    },
    defaultUserSettings: {
      executionRole: ROLE,
      securityGroups: [GROUP],
      sharingSettings: { notebookOutputOption: "Disabled" },
      jupyterLabAppSettings: idle,
      codeEditorAppSettings: idle,
      canvasAppSettings: {
        directDeploySettings: { status: "DISABLED" },
        timeSeriesForecastingSettings: { status: "DISABLED" },
      },
    },
    retentionPolicy: { homeEfsFileSystem: "Retain" },
  },
  PROTECTED,
);
const ofUsers = (...path: readonly string[]) => ["defaultUserSettings", ...path];

const cluster = { instanceCount: 1, instanceType: "ml.m5.xlarge", volumeSizeInGb: 50, volumeKmsKeyId: KEY };
const monitoring = add("sagemaker/dataQualityJobDefinition:DataQualityJobDefinition", "drift", {
  roleArn: ROLE,
  networkConfig: { enableNetworkIsolation: true, enableInterContainerTrafficEncryption: true, vpcConfig },
  jobResources: { clusterConfig: cluster },
  dataQualityAppSpecification: { imageUri: IMAGE },
  dataQualityJobInput: { endpointInput: { endpointName: "acme-prod-fraud-scoring" } },
  dataQualityJobOutputConfig: { kmsKeyId: KEY, monitoringOutputs: { s3Output: { s3Uri: OUTPUT } } },
  stoppingCondition: { maxRuntimeInSeconds: 3600 },
});
const review = add("sagemaker/flowDefinition:FlowDefinition", "review", {
  flowDefinitionName: "review",
  roleArn: ROLE,
  humanLoopConfig: {
    workteamArn: arn("sagemaker", "workteam/private-crowd/reviewers"),
    humanTaskUiArn: arn("sagemaker", "human-task-ui/review"),
    taskCount: 1,
    taskTitle: "Review",
    taskDescription: "Review what the model said",
  },
  outputConfig: { s3OutputPath: OUTPUT, kmsKeyId: KEY },
});
const training = add("sagemaker/trainingJob:TrainingJob", "first", {
  trainingJobName: "first",
  roleArn: ROLE,
  algorithmSpecification: { trainingImage: IMAGE, trainingInputMode: "File" },
  enableNetworkIsolation: true,
  enableInterContainerTrafficEncryption: true,
  vpcConfig,
  resourceConfig: { instanceType: "ml.m5.xlarge", instanceCount: 1, volumeSizeInGb: 50, volumeKmsKeyId: KEY },
  outputDataConfig: { s3OutputPath: OUTPUT, kmsKeyId: KEY },
  stoppingCondition: { maxRuntimeInSeconds: 3600 },
});
const TRAINING = {
  AlgorithmSpecification: { TrainingImage: IMAGE, TrainingInputMode: "File" },
  RoleArn: ROLE,
  EnableNetworkIsolation: true,
  EnableInterContainerTrafficEncryption: true,
  VpcConfig: VPC_OF_JOB,
  ResourceConfig: {
    InstanceType: "ml.m5.xlarge",
    InstanceCount: 1,
    VolumeSizeInGB: 50,
    VolumeKmsKeyId: KEY_ARN,
  },
  OutputDataConfig: { S3OutputPath: OUTPUT, KmsKeyId: KEY_ARN },
  StoppingCondition: { MaxRuntimeInSeconds: 3600 },
};
const steps = (Type: string, Arguments: object) =>
  JSON.stringify({ Version: "2020-12-01", Steps: [{ Name: "Train", Type, Arguments }] });
const pipeline = add("sagemaker/pipeline:Pipeline", "retrain", {
  pipelineName: "retrain",
  pipelineDisplayName: "retrain",
  roleArn: ROLE,
  pipelineDefinition: steps("Training", TRAINING),
});
const states = (Parameters: object) =>
  JSON.stringify({
    StartAt: "Train",
    States: {
      Train: {
        Type: "Task",
        Resource: "arn:aws:states:::sagemaker:createTrainingJob.sync",
        Parameters,
        End: true,
      },
    },
  });
const machine = add("sfn/stateMachine:StateMachine", "retrain", {
  roleArn: ROLE,
  definition: states(TRAINING),
  encryptionConfiguration: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: KEY },
  loggingConfiguration: {
    level: "ALL",
    includeExecutionData: false,
    logDestination: `${arn("logs", "log-group:/acme/prod/core/retrain")}:*`,
  },
  tracingConfiguration: { enabled: true },
});
const registry = add(
  "sagemaker/modelPackageGroup:ModelPackageGroup",
  "scoring",
  { id: "scoring", modelPackageGroupName: "scoring" },
  PROTECTED,
);
const shared = (actions: readonly string[]) =>
  policy({
    Effect: "Allow",
    Principal: { AWS: arn("iam", "role/acme-prod-fraud-serving", "", "999999999999") },
    Action: actions,
    Resource: [arn("sagemaker", "model-package/scoring/*"), arn("sagemaker", "model-package-group/scoring")],
  });
const registryPolicy = add("sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy", "scoring", {
  modelPackageGroupName: "scoring",
  resourcePolicy: shared(["sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages"]),
});
const notebookRepository = add("sagemaker/codeRepository:CodeRepository", "notebooks", {
  codeRepositoryName: "notebooks",
  gitConfig: { repositoryUrl: `https://git-codecommit.${REGION}.amazonaws.com/v1/repos/notebooks` },
});

/** SageMaker's resources that the platform has none of in prod, each well made but for one property; and its own. */
export const SAGEMAKER: readonly Row[] = [
  added("sm-domain-vpc-only", [domain], ["appNetworkAccessType"], "PublicInternetOnly"),
  added("sm-domain-cmk-and-sso", [domain], ["authMode"], "IAM"),
  added(
    "sm-domain-docker-restricted",
    [domain],
    ["domainSettings", "dockerSettings", "enableDockerAccess"],
    "ENABLED",
  ),
  added("sm-domain-sharing-restricted", [domain], ofUsers("sharingSettings"), {
    notebookOutputOption: "Allowed",
    s3OutputPath: OUTPUT,
  }),
  added(
    "sm-canvas-egress-restricted",
    [domain],
    ofUsers("canvasAppSettings", "directDeploySettings", "status"),
    "ENABLED",
  ),
  added("sm-studio-lifecycle-and-mlflow", [domain], ofUsers("jupyterLabAppSettings")),
  added("sm-monitoring-isolated-encrypted", [monitoring], ["networkConfig", "enableNetworkIsolation"], false),
  added("sm-flow-definition-cmk", [review], ["outputConfig", "kmsKeyId"]),
  added("sm-training-encryption", [training], ["resourceConfig", "volumeKmsKeyId"]),
  added("sm-training-in-vpc", [training], ["vpcConfig"]),
  added("sm-training-network-isolation", [training], ["enableNetworkIsolation"], false),
  added("sm-training-no-remote-debug", [training], ["remoteDebugConfig"], { enableRemoteDebug: true }),
  added(
    "sm-pipeline-definition-hardened",
    [pipeline],
    ["pipelineDefinition"],
    steps("Training", { ...TRAINING, EnableNetworkIsolation: false }),
  ),
  added("sm-pipeline-definition-inspectable", [pipeline], ["pipelineDefinition"]),
  added(
    "sm-embedded-job-specs-hardened",
    [machine],
    ["definition"],
    states({ ...TRAINING, EnableNetworkIsolation: false }),
  ),
  added(
    "sm-model-package-policy-scoped",
    [registryPolicy, registry],
    ["resourcePolicy"],
    shared(["sagemaker:DeleteModelPackage"]),
  ),
  added(
    "git-sources-allow-listed",
    [notebookRepository],
    ["gitConfig", "repositoryUrl"],
    "http://git.example.com/notebooks",
  ),
  changed("sm-model-from-registry-in-prod", "fraud-serving-scoring-model", ["primaryContainer"], {
    image: IMAGE,
    modelDataUrl: "s3://acme-prod-fraud-models-888888888888/scoring/model.tar.gz",
  }),
  changed(
    "sm-endpoint-multi-instance-prod",
    "fraud-serving-scoring-config",
    ["productionVariants", 0, "initialInstanceCount"],
    1,
  ),
  changed("sm-endpoint-config-cmk", "fraud-serving-scoring-config", ["kmsKeyArn"]),
  changed(
    "sm-endpoint-no-shell-or-dumps",
    "fraud-serving-scoring-config",
    ["productionVariants", 0, "enableSsmAccess"],
    true,
  ),
  changed("sm-model-in-vpc", "fraud-serving-scoring-model", ["vpcConfig"]),
  changed("sm-model-network-isolation", "fraud-serving-scoring-model", ["enableNetworkIsolation"], false),
];
