import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as sagemaker from "@pulumi/aws/sagemaker";
import { all, interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

const IMAGE = `444444444444.dkr.ecr.${company.REGION}.amazonaws.com/demand@sha256:${"5e".repeat(32)}`;
const MONITOR = `048819808253.dkr.ecr.${company.REGION}.amazonaws.com/sagemaker-model-monitor-analyzer`;
const GROUP = "sg-0abc1230abc1230ab";

/** A pipeline that prepares, trains and registers a model, and a monitor of the data that its endpoint meets. */
export const modelPipeline: Program = {
  name: "a SageMaker pipeline, a model group and a monitor",
  sources: [
    "https://docs.aws.amazon.com/sagemaker/latest/dg/define-pipeline.html",
    "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html",
    "https://docs.aws.amazon.com/sagemaker/latest/dg/process-vpc.html",
    "https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry.html",
    "https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "demand",
      [company.through("s3", "demand-pipeline"), company.through("sagemaker", "demand-pipeline")],
      options,
    );
    const bucket = privateBucket("demand", { key: key.arn, users: ["demand-pipeline"] }, options);
    const role = new iam.Role(
      "pipeline",
      {
        name: "demand-pipeline",
        assumeRolePolicy: company.trusting("sagemaker.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    new iam.RolePolicy(
      "pipeline",
      {
        role: role.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["s3:GetObject", "s3:PutObject"],
              Resource: interpolate`${bucket.arn}/*`,
            },
            { Effect: "Allow", Action: ["s3:ListBucket"], Resource: bucket.arn },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
            {
              Effect: "Allow",
              Action: ["sagemaker:DescribeTrainingJob", "sagemaker:DescribeProcessingJob"],
              Resource: [
                company.arn("sagemaker", "training-job/pipelines-*"),
                company.arn("sagemaker", "processing-job/pipelines-*"),
              ],
            },
            {
              Effect: "Allow",
              Action: "cloudwatch:PutMetricData",
              Resource: "*",
              Condition: {
                StringEquals: { "cloudwatch:namespace": "/aws/sagemaker/Endpoints/data-metrics" },
              },
            },
          ],
        }),
      },
      options,
    );
    const group = new sagemaker.ModelPackageGroup(
      "demand",
      { modelPackageGroupName: "demand", modelPackageGroupDescription: "Forecasts of demand" },
      { ...options, protect: true },
    );
    const definition = all([role.arn, key.arn, bucket.bucket, group.modelPackageGroupName]).apply(
      ([roleArn, keyArn, name, packages]) => {
        const network = {
          EnableNetworkIsolation: true,
          EnableInterContainerTrafficEncryption: true,
          VpcConfig: { SecurityGroupIds: [GROUP], Subnets: company.PRIVATE_SUBNETS },
        };
        return JSON.stringify({
          Version: "2020-12-01",
          Parameters: [{ Name: "Day", Type: "String", DefaultValue: "2026-01-01" }],
          Steps: [
            {
              Name: "Prepare",
              Type: "Processing",
              Arguments: {
                RoleArn: roleArn,
                AppSpecification: { ImageUri: IMAGE, ContainerEntrypoint: ["python3", "prepare.py"] },
                NetworkConfig: network,
                ProcessingResources: {
                  ClusterConfig: {
                    InstanceType: "ml.m5.xlarge",
                    InstanceCount: 1,
                    VolumeSizeInGB: 50,
                    VolumeKmsKeyId: keyArn,
                  },
                },
                ProcessingInputs: [
                  {
                    InputName: "sales",
                    AppManaged: false,
                    S3Input: {
                      S3Uri: {
                        "Std:Join": { On: "/", Values: [`s3://${name}/sales`, { Get: "Parameters.Day" }] },
                      },
                      LocalPath: "/opt/ml/processing/input",
                      S3DataType: "S3Prefix",
                      S3InputMode: "File",
                    },
                  },
                ],
                ProcessingOutputConfig: {
                  KmsKeyId: keyArn,
                  Outputs: [
                    {
                      OutputName: "features",
                      AppManaged: false,
                      S3Output: {
                        S3Uri: `s3://${name}/features`,
                        LocalPath: "/opt/ml/processing/output",
                        S3UploadMode: "EndOfJob",
                      },
                    },
                  ],
                },
                StoppingCondition: { MaxRuntimeInSeconds: 3600 },
              },
            },
            {
              Name: "Train",
              Type: "Training",
              Arguments: {
                RoleArn: roleArn,
                AlgorithmSpecification: { TrainingImage: IMAGE, TrainingInputMode: "File" },
                ...network,
                InputDataConfig: [
                  {
                    ChannelName: "train",
                    DataSource: {
                      S3DataSource: {
                        S3DataType: "S3Prefix",
                        S3Uri: {
                          Get: "Steps.Prepare.ProcessingOutputConfig.Outputs['features'].S3Output.S3Uri",
                        },
                      },
                    },
                  },
                ],
                OutputDataConfig: { S3OutputPath: `s3://${name}/models`, KmsKeyId: keyArn },
                ResourceConfig: {
                  InstanceType: "ml.m5.4xlarge",
                  InstanceCount: 1,
                  VolumeSizeInGB: 100,
                  VolumeKmsKeyId: keyArn,
                },
                StoppingCondition: { MaxRuntimeInSeconds: 14400 },
              },
            },
            {
              Name: "Register",
              Type: "RegisterModel",
              Arguments: {
                ModelPackageGroupName: packages,
                ModelApprovalStatus: "PendingManualApproval",
                InferenceSpecification: {
                  Containers: [
                    { Image: IMAGE, ModelDataUrl: { Get: "Steps.Train.ModelArtifacts.S3ModelArtifacts" } },
                  ],
                  SupportedContentTypes: ["text/csv"],
                  SupportedResponseMIMETypes: ["text/csv"],
                },
              },
            },
          ],
        });
      },
    );
    new sagemaker.Pipeline(
      "demand",
      {
        pipelineName: "demand",
        pipelineDisplayName: "demand",
        roleArn: role.arn,
        pipelineDefinition: definition,
        parallelismConfiguration: { maxParallelExecutionSteps: 2 },
      },
      options,
    );
    const drift = new sagemaker.DataQualityJobDefinition(
      "demand",
      {
        name: "demand",
        roleArn: role.arn,
        dataQualityAppSpecification: { imageUri: `${MONITOR}@sha256:${"7d".repeat(32)}` },
        dataQualityJobInput: {
          endpointInput: { endpointName: "demand", localPath: "/opt/ml/processing/input" },
        },
        dataQualityJobOutputConfig: {
          kmsKeyId: key.arn,
          monitoringOutputs: {
            s3Output: {
              s3Uri: interpolate`s3://${bucket.bucket}/drift`,
              localPath: "/opt/ml/processing/output",
              s3UploadMode: "EndOfJob",
            },
          },
        },
        jobResources: {
          clusterConfig: {
            instanceCount: 1,
            instanceType: "ml.m5.xlarge",
            volumeSizeInGb: 20,
            volumeKmsKeyId: key.arn,
          },
        },
        networkConfig: {
          enableNetworkIsolation: true,
          enableInterContainerTrafficEncryption: true,
          vpcConfig: { subnets: company.PRIVATE_SUBNETS, securityGroupIds: [GROUP] },
        },
        stoppingCondition: { maxRuntimeInSeconds: 3600 },
      },
      options,
    );
    new sagemaker.MonitoringSchedule(
      "demand",
      {
        name: "demand",
        monitoringScheduleConfig: {
          monitoringJobDefinitionName: drift.name,
          monitoringType: "DataQuality",
          scheduleConfig: { scheduleExpression: "cron(0 * ? * * *)" },
        },
      },
      options,
    );
    new cloudwatch.MetricAlarm(
      "drift",
      {
        namespace: "aws/sagemaker/Endpoints/data-metrics",
        metricName: "feature_baseline_drift_price",
        dimensions: { Endpoint: "demand", MonitoringSchedule: "demand" },
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0.3,
        evaluationPeriods: 1,
        period: 3600,
        statistic: "Maximum",
        alarmActions: [company.arn("sns", "operations")],
      },
      options,
    );
  },
};
