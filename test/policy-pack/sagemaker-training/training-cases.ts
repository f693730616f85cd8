import { type Declared, declare, ref } from "../support/resources";

export const key = declare("kms/key:Key", "team");
export const subnet = declare("ec2/subnet:Subnet", "ml-a");
export const group = declare("ec2/securityGroup:SecurityGroup", "workloads");
/** What the jobs below refer to. */
export const around = [key, subnet, group] as const;

/** A training job's settings as they should be. */
export const GOOD = {
  enableNetworkIsolation: true,
  enableInterContainerTrafficEncryption: true,
  vpcConfig: { subnets: [ref(subnet)], securityGroupIds: [ref(group)] },
  resourceConfig: {
    instanceType: "ml.m5.xlarge",
    instanceCount: 2,
    volumeSizeInGb: 50,
    volumeKmsKeyId: ref(key, "arn"),
  },
  outputDataConfig: { s3OutputPath: "s3://models/fraud", kmsKeyId: ref(key, "arn") },
  stoppingCondition: { maxRuntimeInSeconds: 86400 },
};

export const training = (props: Declared["props"]) =>
  declare("sagemaker/trainingJob:TrainingJob", "train", { ...GOOD, ...props });

export const tuning = (...definitions: readonly object[]) =>
  declare("sagemaker/hyperParameterTuningJob:HyperParameterTuningJob", "tune", {
    trainingJobDefinitions: definitions.map((definition) => ({ ...GOOD, ...definition })),
  });

/** The same, with a single definition, which has a property of its own. */
export const tuningOne = (definition: object) =>
  declare("sagemaker/hyperParameterTuningJob:HyperParameterTuningJob", "tune", {
    trainingJobDefinition: { ...GOOD, ...definition },
  });

export const ofTraining = (property: string) => `train (sagemaker/trainingJob): ${property}`;
export const ofTuning = (property: string) => `tune (sagemaker/hyperParameterTuningJob): ${property}`;
