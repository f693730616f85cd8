/** Arguments of SageMaker's API as they should be, in JSON; keys, subnets and groups by their ids. */
export const KEY = "arn:aws:kms:eu-central-1:222222222222:key/11111111-2222-3333-4444-555555555555";
export const DIGEST = `sha256:${"a".repeat(64)}`;
export const IMAGE = `222222222222.dkr.ecr.eu-central-1.amazonaws.com/fraud@${DIGEST}`;
export const VPC = { Subnets: ["subnet-1", "subnet-2"], SecurityGroupIds: ["sg-1"] };

export const TRAINING = {
  AlgorithmSpecification: { TrainingImage: IMAGE, TrainingInputMode: "File" },
  EnableNetworkIsolation: true,
  EnableInterContainerTrafficEncryption: true,
  VpcConfig: VPC,
  ResourceConfig: {
    InstanceType: "ml.m5.xlarge",
    InstanceCount: 1,
    VolumeSizeInGB: 50,
    VolumeKmsKeyId: KEY,
  },
  OutputDataConfig: { S3OutputPath: "s3://acme-models/fraud", KmsKeyId: KEY },
  StoppingCondition: { MaxRuntimeInSeconds: 86400 },
};

export const PROCESSING = {
  AppSpecification: { ImageUri: IMAGE },
  NetworkConfig: {
    EnableNetworkIsolation: true,
    EnableInterContainerTrafficEncryption: true,
    VpcConfig: VPC,
  },
  ProcessingResources: {
    ClusterConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeKmsKeyId: KEY },
  },
  ProcessingOutputConfig: { KmsKeyId: KEY, Outputs: [{ S3Output: { S3Uri: "s3://acme-data/out" } }] },
};

export const TRANSFORM = {
  ModelName: "fraud",
  TransformInput: { DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "s3://acme-data/in" } } },
  TransformResources: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeKmsKeyId: KEY },
  TransformOutput: { S3OutputPath: "s3://acme-data/out", KmsKeyId: KEY },
};

export const AUTO_ML = {
  AutoMLJobConfig: {
    SecurityConfig: {
      VolumeKmsKeyId: KEY,
      EnableInterContainerTrafficEncryption: true,
      VpcConfig: VPC,
    },
  },
  OutputDataConfig: { S3OutputPath: "s3://acme-models/auto", KmsKeyId: KEY },
};

export const MODEL = {
  EnableNetworkIsolation: true,
  VpcConfig: VPC,
  PrimaryContainer: { Image: IMAGE, ModelDataUrl: "s3://acme-models/fraud/model.tar.gz" },
};
