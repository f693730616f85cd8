import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as scheduler from "@pulumi/aws/scheduler";
import * as sfn from "@pulumi/aws/sfn";
import { type CustomResourceOptions, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const GROUP = "/aws/vendedlogs/states/retraining";
const TRAINING_ROLE = company.arn("iam", "role/churn-training", "");
const MODELS_KEY = company.arn("kms", "key/0a0a0a0a-1111-4222-8333-444444444444");
const GROUP_OF_JOBS = "sg-0abc1230abc1230ab";

/** A state machine that trains every night, and the schedule that starts it. */
export const trainingWorkflow: Program = {
  name: "nightly training by Step Functions and EventBridge Scheduler",
  sources: [
    "https://docs.aws.amazon.com/step-functions/latest/dg/sagemaker-iam.html",
    "https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html",
    "https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "retraining",
      [company.through("states", "retraining"), company.byLogs(GROUP)],
      options,
    );
    const logs = new cloudwatch.LogGroup(
      "retraining",
      { name: GROUP, kmsKeyId: key.arn, retentionInDays: 2557, deletionProtectionEnabled: true },
      options,
    );
    const role = workflowRole(options);
    const machine = new sfn.StateMachine(
      "retraining",
      {
        name: "retraining",
        roleArn: role.arn,
        definition: JSON.stringify(DEFINITION),
        encryptionConfiguration: {
          type: "CUSTOMER_MANAGED_KMS_KEY",
          kmsKeyId: key.arn,
          kmsDataKeyReusePeriodSeconds: 300,
        },
        loggingConfiguration: {
          level: "ALL",
          includeExecutionData: false,
          logDestination: logs.arn.apply((arn) => `${arn}:*`),
        },
        tracingConfiguration: { enabled: true },
      },
      options,
    );

    const starter = new iam.Role(
      "retraining-schedule",
      {
        name: "retraining-schedule",
        assumeRolePolicy: company.trusting("scheduler.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    new iam.RolePolicy(
      "retraining-schedule",
      {
        role: starter.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "states:StartExecution", Resource: machine.arn }],
        }),
      },
      options,
    );
    new scheduler.Schedule(
      "retraining",
      {
        scheduleExpression: "cron(0 2 * * ? *)",
        flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes: 30 },
        kmsKeyArn: key.arn,
        target: {
          arn: machine.arn,
          roleArn: starter.arn,
          input: JSON.stringify({ model: "churn" }),
          retryPolicy: { maximumRetryAttempts: 2 },
        },
      },
      options,
    );
  },
};

const DEFINITION = {
  StartAt: "Train",
  States: {
    Train: {
      Type: "Task",
      Resource: "arn:aws:states:::sagemaker:createTrainingJob.sync",
      Parameters: {
        "TrainingJobName.$": "States.Format('churn-{}', $$.Execution.Name)",
        RoleArn: TRAINING_ROLE,
        AlgorithmSpecification: {
          TrainingImage: `444444444444.dkr.ecr.${company.REGION}.amazonaws.com/churn@sha256:${"0c".repeat(32)}`,
          TrainingInputMode: "File",
        },
        EnableNetworkIsolation: true,
        EnableInterContainerTrafficEncryption: true,
        VpcConfig: { SecurityGroupIds: [GROUP_OF_JOBS], Subnets: company.PRIVATE_SUBNETS },
        OutputDataConfig: {
          S3OutputPath: `s3://acme-churn-models-${company.ACCOUNT}/trained`,
          KmsKeyId: MODELS_KEY,
        },
        ResourceConfig: {
          InstanceType: "ml.m5.4xlarge",
          InstanceCount: 1,
          VolumeSizeInGB: 100,
          VolumeKmsKeyId: MODELS_KEY,
        },
        StoppingCondition: { MaxRuntimeInSeconds: 14400 },
      },
      End: true,
    },
  },
};

/** What Step Functions itself generates for a training job that it waits for, and for its logs and traces. */
function workflowRole(options: CustomResourceOptions): iam.Role {
  const role = new iam.Role(
    "retraining",
    {
      name: "retraining",
      assumeRolePolicy: company.trusting("states.amazonaws.com"),
      permissionsBoundary: company.BOUNDARY,
    },
    options,
  );
  const isolated = {
    Bool: { "sagemaker:NetworkIsolation": "true", "sagemaker:InterContainerTrafficEncryption": "true" },
    "ForAllValues:StringEquals": {
      "sagemaker:InstanceTypes": ["ml.m5.4xlarge"],
      "sagemaker:VpcSubnets": company.PRIVATE_SUBNETS,
      "sagemaker:VpcSecurityGroupIds": [GROUP_OF_JOBS],
    },
    Null: {
      "sagemaker:InstanceTypes": "false",
      "sagemaker:VpcSubnets": "false",
      "sagemaker:VpcSecurityGroupIds": "false",
    },
    StringEquals: { "sagemaker:VolumeKmsKey": MODELS_KEY, "sagemaker:OutputKmsKey": MODELS_KEY },
  };
  new iam.RolePolicy(
    "retraining",
    {
      role: role.name,
      policy: company.document(
        {
          Effect: "Allow",
          Action: "sagemaker:CreateTrainingJob",
          Resource: company.arn("sagemaker", "training-job/churn-*"),
          Condition: isolated,
        },
        {
          Effect: "Allow",
          Action: ["sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob"],
          Resource: company.arn("sagemaker", "training-job/churn-*"),
        },
        {
          Effect: "Allow",
          Action: "iam:PassRole",
          Resource: TRAINING_ROLE,
          Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
        },
        {
          Effect: "Allow",
          Action: ["events:PutTargets", "events:PutRule", "events:DescribeRule"],
          Resource: company.arn("events", "rule/StepFunctionsGetEventsForSageMakerTrainingJobsRule"),
        },
        {
          Effect: "Allow",
          Action: [
            "logs:CreateLogDelivery",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups",
          ],
          Resource: "*",
        },
        {
          Effect: "Allow",
          Action: [
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
          ],
          Resource: "*",
        },
      ),
    },
    options,
  );
  return role;
}
