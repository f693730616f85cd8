/** What a condition on a key must demand for the key to guard. */
export interface Guard {
  /** The condition keys that it may be on, in lower case; AWS has known some under two names. */
  readonly keys: readonly string[];
  /** What the key is called in a message. */
  readonly label: string;
  /** The value that is safe; undefined where it is enough that the request says anything at all. */
  readonly safe?: string;
}

const guard = (name: string, safe?: string, ...others: readonly string[]): Guard => ({
  keys: [name, ...others].map((each) => `sagemaker:${each}`.toLowerCase()),
  label: `sagemaker:${name}`,
  ...(safe === undefined ? {} : { safe }),
});

const SUBNETS = guard("VpcSubnets");
const ISOLATION = guard("NetworkIsolation", "true");
const TRAFFIC = guard("InterContainerTrafficEncryption", "true");
const VOLUME_KEY = guard("VolumeKmsKeyArn", undefined, "VolumeKmsKey");
const OUTPUT_KEY = guard("OutputKmsKeyArn", undefined, "OutputKmsKey");
const INSTANCES = guard("InstanceTypes");
const NO_ROOT = guard("RootAccess", "Disabled");
const NO_INTERNET = guard("DirectInternetAccess", "Disabled");
const VPC_ONLY = guard("AppNetworkAccessType", "VpcOnly");

/** A URL that opens a notebook or Studio works from anywhere, unless the call for it came through the VPC. */
const THROUGH_VPC: Guard = {
  keys: ["aws:sourcevpce", "aws:sourcevpc", "aws:vpcsourceip"],
  label: "aws:SourceVpce",
};

const JOB = [SUBNETS, ISOLATION, TRAFFIC, VOLUME_KEY, OUTPUT_KEY, INSTANCES];

/**
 * The actions that make jobs and machines outside the program, and the condition keys that AWS offers for each:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
 */
export const GUARDED_ACTIONS: Readonly<Record<string, readonly Guard[]>> = {
  "sagemaker:CreateAutoMLJob": [SUBNETS, TRAFFIC, VOLUME_KEY, OUTPUT_KEY],
  "sagemaker:CreateAutoMLJobV2": [SUBNETS, TRAFFIC, VOLUME_KEY, OUTPUT_KEY],
  "sagemaker:CreateDataQualityJobDefinition": JOB,
  "sagemaker:CreateDomain": [SUBNETS, VOLUME_KEY, VPC_ONLY],
  "sagemaker:CreateEndpointConfig": [VOLUME_KEY, INSTANCES],
  "sagemaker:CreateHyperParameterTuningJob": JOB,
  "sagemaker:CreateModel": [SUBNETS, ISOLATION],
  "sagemaker:CreateModelBiasJobDefinition": JOB,
  "sagemaker:CreateModelExplainabilityJobDefinition": JOB,
  "sagemaker:CreateModelQualityJobDefinition": JOB,
  "sagemaker:CreateMonitoringSchedule": JOB,
  "sagemaker:CreateNotebookInstance": [SUBNETS, VOLUME_KEY, INSTANCES, NO_ROOT, NO_INTERNET],
  "sagemaker:CreatePresignedDomainUrl": [THROUGH_VPC],
  "sagemaker:CreatePresignedMlflowTrackingServerUrl": [THROUGH_VPC],
  "sagemaker:CreatePresignedNotebookInstanceUrl": [THROUGH_VPC],
  "sagemaker:CreateProcessingJob": JOB,
  "sagemaker:CreateTrainingJob": JOB,
  "sagemaker:CreateTransformJob": [VOLUME_KEY, OUTPUT_KEY, INSTANCES],
  "sagemaker:UpdateDomain": [VPC_ONLY],
  "sagemaker:UpdateMonitoringSchedule": JOB,
  "sagemaker:UpdateNotebookInstance": [NO_ROOT],
};
