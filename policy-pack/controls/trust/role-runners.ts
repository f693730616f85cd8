/** What runs code under a role that is passed to it: the service, and the actions that make it do so. */
export interface RoleRunner {
  readonly service: string;
  readonly actions: readonly string[];
}

/**
 * Services that take a role and run what they are given under it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export const RUNNERS: readonly RoleRunner[] = [
  {
    service: "airflow-env.amazonaws.com",
    actions: ["airflow:CreateEnvironment", "airflow:UpdateEnvironment"],
  },
  { service: "airflow.amazonaws.com", actions: ["airflow:CreateEnvironment", "airflow:UpdateEnvironment"] },
  { service: "amplify.amazonaws.com", actions: ["amplify:CreateApp"] },
  { service: "batch.amazonaws.com", actions: ["batch:CreateComputeEnvironment"] },
  {
    service: "bedrock-agentcore.amazonaws.com",
    actions: [
      "bedrock-agentcore:CreateAgentRuntime",
      "bedrock-agentcore:CreateCodeInterpreter",
      "bedrock-agentcore:UpdateAgentRuntime",
    ],
  },
  {
    service: "bedrock.amazonaws.com",
    actions: ["bedrock:CreateAgent", "bedrock:CreateFlow", "bedrock:UpdateAgent"],
  },
  { service: "braket.amazonaws.com", actions: ["braket:CreateJob"] },
  {
    service: "cloudformation.amazonaws.com",
    actions: [
      "cloudformation:CreateChangeSet",
      "cloudformation:CreateStack",
      "cloudformation:CreateStackSet",
      "cloudformation:UpdateStack",
    ],
  },
  { service: "codebuild.amazonaws.com", actions: ["codebuild:CreateProject", "codebuild:UpdateProject"] },
  {
    service: "codepipeline.amazonaws.com",
    actions: ["codepipeline:CreatePipeline", "codepipeline:UpdatePipeline"],
  },
  { service: "cognito-identity.amazonaws.com", actions: ["cognito-identity:SetIdentityPoolRoles"] },
  { service: "credentials.iot.amazonaws.com", actions: ["iot:CreateRoleAlias"] },
  { service: "datapipeline.amazonaws.com", actions: ["datapipeline:CreatePipeline"] },
  {
    service: "ec2.amazonaws.com",
    actions: [
      "autoscaling:CreateAutoScalingGroup",
      "autoscaling:CreateLaunchConfiguration",
      "ec2:AssociateIamInstanceProfile",
      "ec2:CreateFleet",
      "ec2:ReplaceIamInstanceProfileAssociation",
      "ec2:RequestSpotFleet",
      "ec2:RequestSpotInstances",
      "ec2:RunInstances",
      "imagebuilder:CreateInfrastructureConfiguration",
    ],
  },
  {
    service: "ecs-tasks.amazonaws.com",
    actions: ["batch:RegisterJobDefinition", "ecs:RegisterTaskDefinition", "ecs:RunTask", "ecs:StartTask"],
  },
  { service: "elasticbeanstalk.amazonaws.com", actions: ["elasticbeanstalk:CreateEnvironment"] },
  { service: "elasticmapreduce.amazonaws.com", actions: ["elasticmapreduce:RunJobFlow"] },
  { service: "emr-serverless.amazonaws.com", actions: ["emr-serverless:StartJobRun"] },
  { service: "events.amazonaws.com", actions: ["events:PutTargets"] },
  {
    service: "glue.amazonaws.com",
    actions: ["glue:CreateDevEndpoint", "glue:CreateJob", "glue:CreateSession", "glue:UpdateJob"],
  },
  { service: "kafkaconnect.amazonaws.com", actions: ["kafkaconnect:CreateConnector"] },
  { service: "kinesisanalytics.amazonaws.com", actions: ["kinesisanalytics:CreateApplication"] },
  { service: "lambda.amazonaws.com", actions: ["lambda:CreateFunction", "synthetics:CreateCanary"] },
  { service: "omics.amazonaws.com", actions: ["omics:StartRun"] },
  { service: "pipes.amazonaws.com", actions: ["pipes:CreatePipe"] },
  { service: "pods.eks.amazonaws.com", actions: ["eks:CreatePodIdentityAssociation"] },
  {
    service: "rolesanywhere.amazonaws.com",
    actions: ["rolesanywhere:CreateProfile", "rolesanywhere:UpdateProfile"],
  },
  {
    service: "sagemaker.amazonaws.com",
    actions: [
      "sagemaker:CreateAutoMLJob",
      "sagemaker:CreateAutoMLJobV2",
      "sagemaker:CreateCluster",
      "sagemaker:CreateDataQualityJobDefinition",
      "sagemaker:CreateDomain",
      "sagemaker:CreateHyperParameterTuningJob",
      "sagemaker:CreateModel",
      "sagemaker:CreateMonitoringSchedule",
      "sagemaker:CreateNotebookInstance",
      "sagemaker:CreatePipeline",
      "sagemaker:CreateProcessingJob",
      "sagemaker:CreateTrainingJob",
      "sagemaker:CreateUserProfile",
      "sagemaker:UpdateDomain",
      "sagemaker:UpdateNotebookInstance",
      "sagemaker:UpdatePipeline",
      "sagemaker:UpdateUserProfile",
    ],
  },
  { service: "scheduler.amazonaws.com", actions: ["scheduler:CreateSchedule", "scheduler:UpdateSchedule"] },
  { service: "ssm.amazonaws.com", actions: ["ssm:StartAutomationExecution"] },
  { service: "states.amazonaws.com", actions: ["states:CreateStateMachine", "states:UpdateStateMachine"] },
  { service: "tasks.apprunner.amazonaws.com", actions: ["apprunner:CreateService"] },
  { service: "transfer.amazonaws.com", actions: ["transfer:CreateUser"] },
];
