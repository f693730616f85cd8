import type { PolicyStatement } from "@pulumi/aws/iam/documents";

/**
 * Instance families whose disks are part of the machine and encrypted by it: SageMaker refuses a volume key
 * for them, so that none can be required.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html#sagemaker-Type-ResourceConfig-VolumeKmsKeyId
 */
const LOCAL_STORAGE_FAMILIES = [
  "c5d",
  "c6gd",
  "c6id",
  "g4dn",
  "g5",
  "g6",
  "g6e",
  "m5d",
  "m6gd",
  "m6id",
  "p3dn",
  "p4d",
  "p4de",
  "p5",
  "p5e",
  "p5en",
  "r5d",
  "r6gd",
  "r6id",
  "trn1",
  "trn1n",
  "trn2",
];

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
        "ForAnyValue:StringNotLike": {
          "sagemaker:InstanceTypes": LOCAL_STORAGE_FAMILIES.map((family) => `ml.${family}.*`),
        },
      },
    },
  ];
}
