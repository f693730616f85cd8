/** The services that workloads reach through an interface endpoint, by the last part of the service's name. */
export const INTERFACE_ENDPOINT_ACTIONS = {
  "sagemaker.api": [
    "sagemaker:AddTags",
    "sagemaker:CreateEndpoint",
    "sagemaker:CreateEndpointConfig",
    "sagemaker:CreateHyperParameterTuningJob",
    "sagemaker:CreateModel",
    "sagemaker:CreateModelPackage",
    "sagemaker:CreateProcessingJob",
    "sagemaker:CreateTrainingJob",
    "sagemaker:CreateTransformJob",
    "sagemaker:DescribeEndpoint",
    "sagemaker:DescribeEndpointConfig",
    "sagemaker:DescribeFeatureGroup",
    "sagemaker:DescribeHyperParameterTuningJob",
    "sagemaker:DescribeModel",
    "sagemaker:DescribeModelPackage",
    "sagemaker:DescribeModelPackageGroup",
    "sagemaker:DescribeProcessingJob",
    "sagemaker:DescribeTrainingJob",
    "sagemaker:DescribeTransformJob",
    "sagemaker:ListModelPackages",
    "sagemaker:ListTags",
    "sagemaker:ListTrainingJobs",
    "sagemaker:ListTrainingJobsForHyperParameterTuningJob",
    "sagemaker:StopHyperParameterTuningJob",
    "sagemaker:StopProcessingJob",
    "sagemaker:StopTrainingJob",
    "sagemaker:StopTransformJob",
    "sagemaker:UpdateEndpoint",
  ],
  "sagemaker.runtime": ["sagemaker:InvokeEndpoint", "sagemaker:InvokeEndpointAsync"],
  "sagemaker.featurestore-runtime": [
    "sagemaker:BatchGetRecord",
    "sagemaker:DeleteRecord",
    "sagemaker:GetRecord",
    "sagemaker:PutRecord",
  ],
  "ecr.api": [
    "ecr:BatchCheckLayerAvailability",
    "ecr:BatchGetImage",
    "ecr:DescribeImages",
    "ecr:GetAuthorizationToken",
    "ecr:GetDownloadUrlForLayer",
  ],
  "ecr.dkr": ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
  sts: ["sts:AssumeRole", "sts:GetCallerIdentity", "sts:TagSession"],
  kms: [
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
  ],
  logs: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
  monitoring: ["cloudwatch:PutMetricData"],
  secretsmanager: [
    "secretsmanager:DescribeSecret",
    "secretsmanager:GetRandomPassword",
    "secretsmanager:GetSecretValue",
    "secretsmanager:PutSecretValue",
    "secretsmanager:UpdateSecretVersionStage",
  ],
} as const;

/** A service with an interface endpoint: `sagemaker.api`, `sts` … */
export type InterfaceEndpointService = keyof typeof INTERFACE_ENDPOINT_ACTIONS;

/** Every such service, in the order in which its endpoint is made. */
export const INTERFACE_ENDPOINT_SERVICES = Object.keys(
  INTERFACE_ENDPOINT_ACTIONS,
) as InterfaceEndpointService[];

/**
 * The full service name of an endpoint.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export function endpointServiceName(region: string, service: string): string {
  return `com.amazonaws.${region}.${service}`;
}
