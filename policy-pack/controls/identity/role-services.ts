/** A property that gives a role to a service, which then acts under it. */
export interface RoleService {
  /** How the types begin. */
  readonly types: RegExp;
  /** The names of the property, wherever in the resource it stands. */
  readonly properties: readonly string[];
  /** The first word of the service's principal. */
  readonly service: string;
}

/**
 * Which service acts under a role that a resource names.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export const ROLE_SERVICES: readonly RoleService[] = [
  { types: /^aws:cloudtrail\/trail:/, properties: ["cloudWatchLogsRoleArn"], service: "cloudtrail" },
  { types: /^aws:codebuild\/project:/, properties: ["serviceRole"], service: "codebuild" },
  { types: /^aws:ec2\/flowLog:/, properties: ["iamRoleArn"], service: "vpc-flow-logs" },
  {
    types: /^aws:ecs\/taskDefinition:/,
    properties: ["executionRoleArn", "taskRoleArn"],
    service: "ecs-tasks",
  },
  { types: /^aws:glue\/(crawler|job):/, properties: ["role", "roleArn"], service: "glue" },
  { types: /^aws:iam\/instanceProfile:/, properties: ["role"], service: "ec2" },
  { types: /^aws:kinesis\/firehoseDeliveryStream:/, properties: ["roleArn"], service: "firehose" },
  { types: /^aws:lambda\/function:/, properties: ["role"], service: "lambda" },
  // Devices of a fleet get their role from AWS IoT.
  {
    types: /^aws:sagemaker\/(?!deviceFleet)/,
    properties: ["executionRole", "executionRoleArn", "roleArn"],
    service: "sagemaker",
  },
  { types: /^aws:scheduler\/schedule:/, properties: ["roleArn"], service: "scheduler" },
  { types: /^aws:sfn\/stateMachine:/, properties: ["roleArn"], service: "states" },
];
