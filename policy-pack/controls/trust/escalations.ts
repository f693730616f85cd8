/**
 * Actions by which whoever has them gives itself more: it writes its own policies, takes credentials of others, or puts
 * its own code where another role runs it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html and, for each action,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const DIRECT: readonly string[] = [
  "iam:AddUserToGroup",
  "iam:AttachGroupPolicy",
  "iam:AttachRolePolicy",
  "iam:AttachUserPolicy",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:CreatePolicyVersion",
  "iam:DeleteRolePermissionsBoundary",
  "iam:DeleteUserPermissionsBoundary",
  "iam:PutGroupPolicy",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
  "iam:PutUserPermissionsBoundary",
  "iam:PutUserPolicy",
  "iam:SetDefaultPolicyVersion",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateLoginProfile",
  "sts:AssumeRole",
  "cloudformation:UpdateStack",
  "ec2-instance-connect:SendSSHPublicKey",
  "ecs:ExecuteCommand",
  "glue:UpdateDevEndpoint",
  "glue:UpdateJob",
  "lambda:UpdateFunctionCode",
  "lambda:UpdateFunctionConfiguration",
  "sagemaker:CreatePresignedDomainUrl",
  "sagemaker:CreatePresignedNotebookInstanceUrl",
  "ssm:SendCommand",
  "ssm:StartSession",
];

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
  { service: "batch.amazonaws.com", actions: ["batch:CreateComputeEnvironment"] },
  { service: "bedrock.amazonaws.com", actions: ["bedrock:CreateAgent"] },
  { service: "cloudformation.amazonaws.com", actions: ["cloudformation:CreateStack"] },
  { service: "codebuild.amazonaws.com", actions: ["codebuild:CreateProject", "codebuild:UpdateProject"] },
  { service: "datapipeline.amazonaws.com", actions: ["datapipeline:CreatePipeline"] },
  { service: "ec2.amazonaws.com", actions: ["ec2:AssociateIamInstanceProfile", "ec2:RunInstances"] },
  {
    service: "ecs-tasks.amazonaws.com",
    actions: ["batch:RegisterJobDefinition", "ecs:RegisterTaskDefinition"],
  },
  { service: "elasticmapreduce.amazonaws.com", actions: ["elasticmapreduce:RunJobFlow"] },
  { service: "glue.amazonaws.com", actions: ["glue:CreateDevEndpoint", "glue:CreateJob", "glue:UpdateJob"] },
  { service: "lambda.amazonaws.com", actions: ["lambda:CreateFunction"] },
  {
    service: "sagemaker.amazonaws.com",
    actions: [
      "sagemaker:CreateDomain",
      "sagemaker:CreateHyperParameterTuningJob",
      "sagemaker:CreateModel",
      "sagemaker:CreateNotebookInstance",
      "sagemaker:CreatePipeline",
      "sagemaker:CreateProcessingJob",
      "sagemaker:CreateTrainingJob",
      "sagemaker:CreateUserProfile",
    ],
  },
  { service: "scheduler.amazonaws.com", actions: ["scheduler:CreateSchedule"] },
  { service: "states.amazonaws.com", actions: ["states:CreateStateMachine", "states:UpdateStateMachine"] },
];
