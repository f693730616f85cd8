/**
 * Where the API keeps the settings that matter in each kind of job. A setting that a kind of job does not have is
 * left out: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations.html
 */
export interface JobShape {
  /** What a message calls it. */
  readonly label: string;
  readonly isolation?: string;
  readonly traffic?: string;
  /** Whether traffic between containers is encrypted even where there is only one. */
  readonly trafficAlways?: boolean;
  readonly vpc?: string;
  /** What the block of the VPC calls its subnets. Default `Subnets`. */
  readonly subnets?: string;
  /** The blocks that may hold instance type and count; the first that is set counts. */
  readonly clusters?: readonly string[];
  /** Whether the machines stand in a list of variants, and the key beside it. */
  readonly variants?: boolean;
  /** The key of the volumes, within the cluster's block; or by its whole path where there is no such block. */
  readonly volumeKey?: string;
  readonly outputKey?: string;
  /** The block with the limits of its run. */
  readonly stopping?: string;
  /** The switch of the shell for debugging; of every variant, where there are variants. */
  readonly remoteDebug?: string;
}

export const TRAINING: JobShape = {
  label: "training job",
  isolation: "EnableNetworkIsolation",
  traffic: "EnableInterContainerTrafficEncryption",
  vpc: "VpcConfig",
  clusters: ["ResourceConfig", "HyperParameterTuningResourceConfig"],
  volumeKey: "VolumeKmsKeyId",
  outputKey: "OutputDataConfig.KmsKeyId",
  stopping: "StoppingCondition",
  remoteDebug: "RemoteDebugConfig.EnableRemoteDebug",
};

export const PROCESSING: JobShape = {
  label: "processing job",
  isolation: "NetworkConfig.EnableNetworkIsolation",
  traffic: "NetworkConfig.EnableInterContainerTrafficEncryption",
  vpc: "NetworkConfig.VpcConfig",
  clusters: ["ProcessingResources.ClusterConfig"],
  volumeKey: "VolumeKmsKeyId",
  outputKey: "ProcessingOutputConfig.KmsKeyId",
};

/** Its containers and their network are those of its model. */
export const TRANSFORM: JobShape = {
  label: "transform job",
  clusters: ["TransformResources"],
  volumeKey: "VolumeKmsKeyId",
  outputKey: "TransformOutput.KmsKeyId",
};

export const AUTO_ML: JobShape = {
  label: "AutoML job",
  traffic: "AutoMLJobConfig.SecurityConfig.EnableInterContainerTrafficEncryption",
  trafficAlways: true,
  vpc: "AutoMLJobConfig.SecurityConfig.VpcConfig",
  volumeKey: "AutoMLJobConfig.SecurityConfig.VolumeKmsKeyId",
  outputKey: "OutputDataConfig.KmsKeyId",
};

export const AUTO_ML_V2: JobShape = {
  label: "AutoML job",
  traffic: "SecurityConfig.EnableInterContainerTrafficEncryption",
  trafficAlways: true,
  vpc: "SecurityConfig.VpcConfig",
  volumeKey: "SecurityConfig.VolumeKmsKeyId",
  outputKey: "OutputDataConfig.KmsKeyId",
};

export const MODEL: JobShape = { label: "model", isolation: "EnableNetworkIsolation", vpc: "VpcConfig" };

/** It runs nothing itself; its images and artifacts are what models are made from. */
export const MODEL_PACKAGE: JobShape = { label: "model package" };

export const ENDPOINT_CONFIG: JobShape = {
  label: "endpoint configuration",
  clusters: ["ProductionVariants"],
  variants: true,
  volumeKey: "KmsKeyId",
  remoteDebug: "EnableSSMAccess",
};

export const COMPILATION: JobShape = {
  label: "compilation job",
  vpc: "VpcConfig",
  outputKey: "OutputConfig.KmsKeyId",
};

export const OPTIMIZATION: JobShape = { ...COMPILATION, label: "optimization job" };

export const EDGE_PACKAGING: JobShape = { label: "edge packaging job", outputKey: "OutputConfig.KmsKeyId" };

export const RECOMMENDATION: JobShape = {
  label: "inference recommendations job",
  vpc: "InputConfig.VpcConfig",
  volumeKey: "InputConfig.VolumeKmsKeyId",
  outputKey: "OutputConfig.KmsKeyId",
};

/** Bedrock's own, which trains a model of one's own: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelCustomizationJob.html */
export const CUSTOMIZATION: JobShape = {
  label: "model customization job",
  vpc: "VpcConfig",
  subnets: "SubnetIds",
  volumeKey: "CustomModelKmsKeyId",
};

export const LABELING: JobShape = { label: "labeling job", outputKey: "OutputConfig.KmsKeyId" };

/** A monitoring job: the same blocks under the names that its kind of definition gives them. */
export function monitoring(resources: string, output: string): JobShape {
  return {
    label: "monitoring job",
    isolation: "NetworkConfig.EnableNetworkIsolation",
    traffic: "NetworkConfig.EnableInterContainerTrafficEncryption",
    trafficAlways: true,
    vpc: "NetworkConfig.VpcConfig",
    clusters: [`${resources}.ClusterConfig`],
    volumeKey: "VolumeKmsKeyId",
    outputKey: `${output}.KmsKeyId`,
  };
}
