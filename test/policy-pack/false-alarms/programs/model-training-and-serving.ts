import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as sagemaker from "@pulumi/aws/sagemaker";
import * as vpc from "@pulumi/aws/vpc";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

/** Training and an endpoint inside the VPC, isolated, as the security chapter of SageMaker's guide describes it. */
export const modelTrainingAndServing: Program = {
  name: "training and serving a model inside the VPC",
  sources: [
    "https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html",
    "https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html",
    "https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html",
    "https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails-blue-green.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "churn",
      [company.through("s3", "churn"), company.through("sagemaker", "churn")],
      options,
    );
    const models = privateBucket("churn-models", { key: key.arn, users: ["churn"] }, options);

    const group = new ec2.SecurityGroup(
      "churn",
      { vpcId: company.VPC, description: "Training and serving of churn" },
      options,
    );
    const toEndpoints = { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 443, toPort: 443 };
    new vpc.SecurityGroupEgressRule(
      "churn-endpoints",
      {
        ...toEndpoints,
        referencedSecurityGroupId: company.ENDPOINTS_GROUP,
        description: "HTTPS to the interface endpoints",
      },
      options,
    );

    const role = new iam.Role(
      "churn",
      {
        name: "churn",
        assumeRolePolicy: company.trusting("sagemaker.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    new iam.RolePolicy(
      "churn",
      {
        role: role.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["s3:GetObject", "s3:PutObject"],
              Resource: interpolate`${models.arn}/*`,
            },
            { Effect: "Allow", Action: "s3:ListBucket", Resource: models.arn },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
          ],
        }),
      },
      options,
    );

    const image = `444444444444.dkr.ecr.${company.REGION}.amazonaws.com/churn@sha256:${"0c".repeat(32)}`;
    const network = { securityGroupIds: [group.id], subnets: company.PRIVATE_SUBNETS };
    new sagemaker.TrainingJob(
      "churn",
      {
        trainingJobName: "churn-2026-06",
        roleArn: role.arn,
        algorithmSpecification: { trainingImage: image, trainingInputMode: "File" },
        enableNetworkIsolation: true,
        enableInterContainerTrafficEncryption: true,
        vpcConfig: network,
        resourceConfig: {
          instanceCount: 2,
          instanceType: "ml.m5.4xlarge",
          volumeSizeInGb: 100,
          volumeKmsKeyId: key.arn,
        },
        outputDataConfig: { s3OutputPath: interpolate`s3://${models.bucket}/trained`, kmsKeyId: key.arn },
        stoppingCondition: { maxRuntimeInSeconds: 14400 },
      },
      options,
    );

    const packages = new sagemaker.ModelPackageGroup(
      "churn",
      { modelPackageGroupName: "churn" },
      { ...options, protect: true },
    );
    const model = new sagemaker.Model(
      "churn",
      {
        executionRoleArn: role.arn,
        enableNetworkIsolation: true,
        vpcConfig: network,
        containers: [
          {
            modelPackageName: interpolate`${packages.arn.apply((arn) => arn.replace("model-package-group", "model-package"))}/7`,
          },
        ],
      },
      options,
    );
    const configuration = new sagemaker.EndpointConfiguration(
      "churn",
      {
        kmsKeyArn: key.arn,
        productionVariants: [
          {
            variantName: "live",
            modelName: model.name,
            instanceType: "ml.m5.xlarge",
            initialInstanceCount: 2,
          },
        ],
        dataCaptureConfig: {
          enableCapture: true,
          initialSamplingPercentage: 20,
          destinationS3Uri: interpolate`s3://${models.bucket}/captured`,
          kmsKeyId: key.arn,
          captureOptions: [{ captureMode: "InputAndOutput" }],
        },
      },
      options,
    );
    new sagemaker.Endpoint(
      "churn",
      {
        endpointConfigName: configuration.name,
        deploymentConfig: {
          blueGreenUpdatePolicy: {
            trafficRoutingConfiguration: {
              type: "CANARY",
              waitIntervalInSeconds: 600,
              canarySize: { type: "CAPACITY_PERCENT", value: 30 },
            },
            terminationWaitInSeconds: 600,
            maximumExecutionTimeoutInSeconds: 3600,
          },
          autoRollbackConfiguration: { alarms: [{ alarmName: "churn-errors" }] },
        },
      },
      options,
    );
  },
};
