import { join, type Subject, type Value } from "../../core";
import { readOwn } from "../../core/read";

/** A string that a job or function is given, by its name and its path. */
export interface NamedText {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** Properties by type in which people put configuration, and so credentials. */
export const CONFIGURED: Readonly<Record<string, readonly string[]>> = {
  "aws:amplify/app:App": ["environmentVariables"],
  "aws:amplify/branch:Branch": ["environmentVariables"],
  "aws:apigateway/stage:Stage": ["variables"],
  "aws:apigatewayv2/stage:Stage": ["stageVariables"],
  "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion": ["content"],
  "aws:apprunner/service:Service": ["sourceConfiguration"],
  "aws:batch/jobDefinition:JobDefinition": ["containerProperties", "parameters", "nodeProperties"],
  "aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime": ["environmentVariables"],
  "aws:cloudformation/stack:Stack": ["parameters"],
  "aws:cloudwatch/eventTarget:EventTarget": ["input", "ecsTarget"],
  "aws:codebuild/project:Project": ["environment", "source"],
  "aws:ecs/taskDefinition:TaskDefinition": ["containerDefinitions"],
  "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate": ["settings"],
  "aws:elasticbeanstalk/environment:Environment": ["settings"],
  "aws:emr/cluster:Cluster": ["configurationsJson", "bootstrapActions", "steps"],
  "aws:glue/connection:Connection": ["connectionProperties"],
  "aws:glue/job:Job": ["defaultArguments", "nonOverridableArguments"],
  "aws:kinesisanalyticsv2/application:Application": ["applicationConfiguration"],
  "aws:lambda/function:Function": ["environment"],
  "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion": ["containers"],
  "aws:mwaa/environment:Environment": ["airflowConfigurationOptions"],
  "aws:s3/bucketObject:BucketObject": ["content"],
  "aws:s3/bucketObjectv2:BucketObjectv2": ["content"],
  "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": ["dataQualityAppSpecification"],
  "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob": [
    "trainingJobDefinition",
    "trainingJobDefinitions",
  ],
  "aws:sagemaker/model:Model": ["primaryContainer", "containers"],
  "aws:sagemaker/monitoringSchedule:MonitoringSchedule": ["monitoringScheduleConfig"],
  "aws:sagemaker/pipeline:Pipeline": ["pipelineDefinition"],
  "aws:sagemaker/trainingJob:TrainingJob": ["environment", "hyperParameters"],
  "aws:scheduler/schedule:Schedule": ["target"],
  "aws:sfn/stateMachine:StateMachine": ["definition"],
  "aws:ssm/association:Association": ["parameters"],
  "aws:synthetics/canary:Canary": ["runConfig"],
};

/** Every string below a resource's configuration, JSON in strings included; and where it is not known yet. */
export function configuredTexts(subject: Subject): {
  readonly texts: readonly NamedText[];
  readonly unknown: readonly Omit<NamedText, "text">[];
} {
  const texts: NamedText[] = [];
  const unknown: Omit<NamedText, "text">[] = [];
  const visit = (value: Value, path: string, name: string): void => {
    if (value.state === "unknown") unknown.push({ path, name });
    if (value.state !== "known") return;
    if (typeof value.value === "string") {
      const parsed = parseJson(value.value);
      if (parsed === undefined) texts.push({ path, name, text: value.value });
      else visit({ state: "known", value: parsed }, path, name);
    } else if (typeof value.value === "object" && value.value !== null) {
      const owner = value.value;
      if (namesStore(owner)) return;
      const pair = nameOfPair(owner);
      for (const key of Object.keys(owner)) {
        const index = Array.isArray(owner);
        const below = index ? name : /^value$/i.test(key) && pair !== undefined ? pair : key;
        visit(readOwn(owner, key), join(path, index ? Number(key) : key), below);
      }
    }
  };
  for (const property of CONFIGURED[subject.type] ?? [])
    visit(subject.properties.get(property), property, property);
  return { texts, unknown };
}

/** Whether CodeBuild reads the value from a store, so that it is only a name there. */
function namesStore(owner: object): boolean {
  const type = readOwn(owner, "type");
  return type.state === "known" && (type.value === "SECRETS_MANAGER" || type.value === "PARAMETER_STORE");
}

/** In a list of pairs, `{ name: "DB_PASSWORD", value: "..." }`, the name that the value goes by. */
function nameOfPair(owner: object): string | undefined {
  const key = Object.keys(owner).find((each) => /^name$/i.test(each));
  const value = key === undefined ? undefined : readOwn(owner, key);
  return value?.state === "known" && typeof value.value === "string" ? value.value : undefined;
}

function parseJson(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const parsed = JSON.parse(text) as unknown;
    return typeof parsed === "object" && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
