import type { PolicyStatement } from "@pulumi/aws/iam/documents";
import { FAMILIES_WITH_LOCAL_STORAGE } from "../../secure";

/**
 * Instance types whose disks are part of the machine and encrypted by it: SageMaker refuses a volume key for
 * them, so that none can be required. Most say so by a `d` in the name of their family: m5d, g4dn, p4de.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html#sagemaker-Type-ResourceConfig-VolumeKmsKeyId
 */
const LOCAL_STORAGE_TYPES = ["ml.*d*.*", ...FAMILIES_WITH_LOCAL_STORAGE.map((family) => `ml.${family}.*`)];

/** No volume key at all. Both keys must be absent: AWS has known the one property by these two names. */
const NO_VOLUME_KEY = { "sagemaker:VolumeKmsKey": "true", "sagemaker:VolumeKmsKeyArn": "true" };

/** SageMaker's volumes are encrypted with a key of the company's, which it can take away. */
export function requireSagemakerCustomerKeys(): PolicyStatement[] {
  return [
    {
      Sid: "RequireSagemakerVolumeKey",
      Effect: "Deny",
      Action: ["sagemaker:CreateDomain", "sagemaker:CreateNotebookInstance"],
      Resource: "*",
      Condition: { Null: NO_VOLUME_KEY },
    },
    {
      Sid: "RequireSagemakerJobVolumeKey",
      Effect: "Deny",
      Action: [
        "sagemaker:CreateEndpointConfig",
        "sagemaker:CreateHyperParameterTuningJob",
        "sagemaker:CreateProcessingJob",
        "sagemaker:CreateTrainingJob",
        "sagemaker:CreateTransformJob",
      ],
      Resource: "*",
      Condition: {
        Null: NO_VOLUME_KEY,
        "ForAnyValue:StringNotLike": { "sagemaker:InstanceTypes": LOCAL_STORAGE_TYPES },
      },
    },
  ];
}
